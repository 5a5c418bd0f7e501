import { generate } from 'selfsigned';

/** PEM; the key in PKCS #8. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for this machine that is its own authority, made on the spot. */
export async function aCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
      { name: 'basicConstraints', cA: true },
    ],
  });
  return { key: made.private, cert: made.cert };
}
