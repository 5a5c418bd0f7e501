/** A clinician's pseudonym, `K-` and twelve letters or digits of Crockford's base 32. Never a source's own identifier. */
export type ClinicianId = string & { readonly __clinician: unique symbol };
/** A patient's pseudonym, `P-` and twelve letters or digits of Crockford's base 32. */
export type PatientId = string & { readonly __patient: unique symbol };
/** A gift giver's pseudonym, `D-` and twelve letters or digits; a patient who gives keeps the `P-` pseudonym beside it. */
export type DonorId = string & { readonly __donor: unique symbol };

export const pseudonymPattern = {
  clinician: '^K-[0-9A-HJKMNP-TV-Z]{12}$',
  patient: '^P-[0-9A-HJKMNP-TV-Z]{12}$',
  donor: '^D-[0-9A-HJKMNP-TV-Z]{12}$',
} as const;
export type SubjectKind = keyof typeof pseudonymPattern;
