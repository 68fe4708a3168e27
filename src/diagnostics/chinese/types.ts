import type { Form } from './forms.js';

/** What is said under one code: its messages, and its hints where it has any. */
export interface Said {
  readonly messages: readonly Form[];
  readonly hints?: readonly Form[];
}
