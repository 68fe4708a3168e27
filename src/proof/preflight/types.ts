/** Preflight: what a press rejects plates for, checked in the finished file alone (docs/print.md). */
import { LEAST_PPI, LEAST_RULE, MOST_INK } from '../../page/types.js';
import type { PressStandard } from '../../pdf/types.js';

/** Names of the checks, in the order of the report. */
export const CHECKS = [
  'structure',
  'encryption',
  'version',
  'id',
  'info',
  'trapped',
  'identification',
  'output-intent',
  'boxes',
  'annotations',
  'actions',
  'transparency',
  'filters',
  'forbidden',
  'bookmarks',
  'fonts',
  'colour-spaces',
  'spots',
  'black-text',
  'multi-ink-text',
  'reversed-text',
  'lines',
  'resolution',
  'total-ink',
  'black-pages',
] as const;

/** What was looked at, by the name that reports give. */
export type Check = (typeof CHECKS)[number];

/** What a file is held to. */
export interface PreflightProfile {
  readonly standard: PressStandard;
  /** Trimmed size in millimetres, where it is known. */
  readonly trim?: { readonly width: number; readonly height: number };
  /** Spot colours that the press has ink for. */
  readonly spots?: readonly string[];
  /** Pages of the file, from 1, that are printed in black alone. */
  readonly black?: readonly number[];
  /** Limits other than newsprint's. */
  readonly limits?: Partial<Limits>;
}

/** What a press takes. */
export interface Limits {
  /** Total ink in per cent, and the area in mm² above which it matters. */
  readonly ink: number;
  readonly inkArea: number;
  /** Least resolution of pictures, in pixels an inch. */
  readonly ppi: number;
  /** Least size of text in more than one ink, and of reversed text, in points. */
  readonly multiInkText: number;
  readonly reversedText: number;
  /** Least width of rules, in one ink and in more, in points. */
  readonly line: number;
  readonly multiInkLine: number;
}

/** Newsprint, register no better than 0.5–0.7 mm. */
export const NEWSPRINT: Limits = {
  ink: MOST_INK,
  inkArea: 15,
  ppi: LEAST_PPI,
  multiInkText: 10,
  reversedText: 8,
  line: LEAST_RULE,
  multiInkLine: 1.5,
};

/** One thing that a press would reject. */
export interface Finding {
  readonly check: Check;
  /** Page of the file, from 1; null: the file as a whole. */
  readonly page: number | null;
  readonly message: string;
}

/** All findings of a file, and figures of it. */
export interface PreflightReport {
  readonly standard: PreflightProfile['standard'];
  readonly passed: boolean;
  readonly findings: readonly Finding[];
  /** What is hard to print of artwork that another hand drew: no reason to reject it. */
  readonly remarks: readonly Finding[];
  readonly facts: {
    readonly pages: number;
    readonly fonts: number;
    readonly images: number;
    /** Greatest total ink of any picture pixel or painted area, in per cent. */
    readonly maxInk: number;
    /** Least resolution of any picture; null without pictures. */
    readonly minPpi: number | null;
  };
}

const keyOf = ({ check, page, message }: Finding): string => `${check} ${page} ${message}`;

/** Collects findings; the same one on the same page is kept once. */
export class Findings {
  readonly list: Finding[] = [];
  private readonly seen = new Set<string>();

  /** Those that others have not. */
  except({ seen }: Findings): readonly Finding[] {
    return this.list.filter((finding) => !seen.has(keyOf(finding)));
  }

  add(check: Check, message: string, page: number | null = null): void {
    const finding = { check, page, message };
    const key = keyOf(finding);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.list.push(finding);
  }
}
