/** A text of YAML without each of its lines, and without each `key: value` within braces, in turn. */
export const leftOut = (text: string): readonly string[] => {
  const lines = text.split('\n');
  const within = text.matchAll(/(?<=\{.*)[\w-]+: [^,{}\n[\]]+(?:, )?/g);
  return [
    ...lines.map((_, index) => lines.toSpliced(index, 1).join('\n')),
    ...[...within].map(({ 0: found, index }) => text.slice(0, index) + text.slice(index + found.length)),
  ];
};
