import { z } from 'zod';
import { LEAST_PASSWORD_LENGTH, MOST_PASSWORD_LENGTH } from './password-length';

/** A password as it is typed to sign in: whatever it was when it was chosen. */
export const typedPassword = z.string().min(1).max(MOST_PASSWORD_LENGTH).meta({ format: 'password' });

/** A password as it is chosen: long rather than contrived. */
export const chosenPassword = z
  .string()
  .min(LEAST_PASSWORD_LENGTH)
  .max(MOST_PASSWORD_LENGTH)
  .meta({ format: 'password', examples: ['correct horse battery staple'] });

/** An e-mail address as it is typed to sign in. One that cannot exist is one that nobody has. */
export const typedEmail = z.string().trim().min(1).max(254).meta({ format: 'email' });
