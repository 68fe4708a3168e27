/**
 * A command line that is right, read without commander, which takes longer to load than to use. Commander is made from
 * the same options, and has the word where help is asked for or anything is amiss.
 */
import type { Command } from 'commander';

/** An option of a command. */
export interface CommandOption {
  /** As it is typed: `--spread-sheets`. */
  readonly name: string;
  /** What its value is called; left out: it takes none. */
  readonly value?: string;
  readonly about: string;
  readonly otherwise?: string;
  readonly choices?: readonly string[];
  /** The value from what was typed; null where that is wrong, of which `mistake` tells. */
  readonly read?: (typed: string) => unknown;
  readonly mistake?: string;
}

/** The arguments and options that the words of a command line come to. */
export interface PlainWords {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** `--spread-sheets` → `spreadSheets`. */
const keyOf = ({ name }: CommandOption): string =>
  name.slice('--'.length).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** What the words say; null where there is more to them than options in full and `count` arguments. */
export function readWords(
  typed: readonly string[],
  options: readonly CommandOption[],
  count: number,
): PlainWords | null {
  const words: string[] = [];
  const found: Record<string, unknown> = {};
  for (const option of options) if (option.otherwise !== undefined) found[keyOf(option)] = option.otherwise;
  const seen = new Set<CommandOption>();
  for (let at = 0; at < typed.length; at += 1) {
    const word = typed[at]!;
    if (!word.startsWith('-')) {
      words.push(word);
      continue;
    }
    const option = options.find(({ name }) => name === word);
    if (option === undefined || seen.has(option)) return null;
    seen.add(option);
    if (option.value !== undefined) at += 1;
    const value = option.value === undefined ? true : valueFrom(option, typed[at]);
    if (value === null) return null;
    found[keyOf(option)] = value;
  }
  return words.length === count ? { words, options: found } : null;
}

const valueFrom = ({ choices, read }: CommandOption, typed: string | undefined): unknown => {
  if (typed === undefined || typed.startsWith('-') || choices?.includes(typed) === false) return null;
  return read === undefined ? typed : read(typed);
};

/** Gives a command of commander these options. */
export async function addOptions(command: Command, options: readonly CommandOption[]): Promise<Command> {
  const { InvalidArgumentError, Option } = await import('commander');
  for (const { name, value, about, otherwise, choices, read, mistake } of options) {
    const option = new Option(value === undefined ? name : `${name} <${value}>`, about);
    if (otherwise !== undefined) option.default(otherwise);
    if (choices !== undefined) option.choices(choices);
    if (read !== undefined) {
      option.argParser((typed) => {
        const found = read(typed);
        if (found === null) throw new InvalidArgumentError(mistake ?? '');
        return found;
      });
    }
    command.addOption(option);
  }
  return command;
}
