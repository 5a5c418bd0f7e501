import { ProblemError } from '@plumbline/kernel';
import { readConfiguration } from '@plumbline/runtime';
import { accessRules, accessSettings } from './access.settings';

const placesOf = (environment: Record<string, string>): readonly (string | undefined)[] => {
  try {
    readConfiguration(environment, accessSettings, { rules: [accessRules] });
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map((problem) => problem.place);
    throw error;
  }
};

describe('The configuration of access', () => {
  it('starts the demonstration on loopback with nothing set', () => {
    expect(placesOf({})).toEqual([]);
  });

  it('refuses a demonstration that others can reach', () => {
    expect(placesOf({ PLUMBLINE_HOST: '0.0.0.0' })).toEqual(['PLUMBLINE_HOST']);
  });

  it('refuses a production without issuer, audience and TLS, all at once', () => {
    expect(placesOf({ PLUMBLINE_MODE: 'production', PLUMBLINE_OIDC_ISSUER: 'http://identity.example' })).toEqual([
      'PLUMBLINE_OIDC_ISSUER',
      'PLUMBLINE_OIDC_AUDIENCE',
      'PLUMBLINE_PUBLIC_URL',
    ]);
  });

  it('starts a production that has all three', () => {
    const environment = {
      PLUMBLINE_MODE: 'production',
      PLUMBLINE_OIDC_ISSUER: 'https://identity.example',
      PLUMBLINE_OIDC_AUDIENCE: 'plumbline',
      PLUMBLINE_PUBLIC_URL: 'https://plumbline.example',
      PLUMBLINE_BEHIND_TLS: '1',
    };
    expect(placesOf(environment)).toEqual([]);
  });
});
