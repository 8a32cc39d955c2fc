import type { County } from '$lib/server/queries/counties.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Written to the log beside the cause, so that a person can name the failure. */
      id?: string;
    }
    interface Locals {
      /** Language of the request, from the cookie. */
      language: 'zh' | 'en';
      /** The county of the address; null outside `/c/`. */
      county: County | null;
      counties: County[];
    }
  }
}
