/** Sentences made of forms: English ones, and what they should be in Chinese. */
import { type Arbitrary, constant, oneof, stringMatching, tuple } from 'fast-check';
import { type Form, filled, type Lists, patternOf, WORD } from '../../../src/diagnostics/chinese/forms.js';

export interface Sentence {
  readonly english: string;
  readonly chinese: string;
}

/** Names, numbers and words of manuscripts, as they stand in holes. */
const plain = oneof(
  stringMatching(/^[1-9][0-9]{0,3}$/).filter((value) => value !== '1'),
  stringMatching(/^[a-z]{2}[a-z0-9]{1,6}(?:[-/.][a-z0-9]{2,5})?$/),
  stringMatching(/^[版心新桥通车两岸]{2,8}$/),
);

/** So deep lists of lists go. */
const DEEPEST = 3;

/** Sentences by a form. */
export function sentences(form: Form, lists: Lists, depth = 0): Arbitrary<Sentence> {
  const [english, chinese] = form.map(patternOf) as [ReturnType<typeof patternOf>, ReturnType<typeof patternOf>];
  // A name that stands twice holds the same twice.
  const holes = [...new Map(english.holes.map((hole) => [hole.name, hole])).values()];
  const values = holes.map(({ name, list }) =>
    (list === null || list === WORD
      ? plain.map((value) => ({ english: value, chinese: value }))
      : listed(list, lists, depth)
    ).map((value) => [name, value] as const),
  );
  return tuple(...values).map((held) => ({
    english: filled(english, new Map(held.map(([name, value]) => [name, value.english]))),
    chinese: filled(chinese, new Map(held.map(([name, value]) => [name, value.chinese]))),
  }));
}

/** What a list knows; at the deepest only what needs no list. */
function listed(name: string, lists: Lists, depth: number): Arbitrary<Sentence> {
  const forms = lists[name]!.filter(
    ([english]) => depth < DEEPEST || !patternOf(english).holes.some(({ list }) => list === name),
  );
  return oneof(...forms.map((form) => (/</.test(form[0]) ? sentences(form, lists, depth + 1) : words(form))));
}

const words = ([english, chinese]: Form): Arbitrary<Sentence> => constant({ english, chinese });
