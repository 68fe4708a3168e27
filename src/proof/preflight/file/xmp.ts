/** What XMP says, and whether dates there and in Info are the same. */

/** Tags that nest and no stray markup: what goes wrong when a title is not escaped. */
export const isWellFormed = (xml: string): boolean => {
  const open: string[] = [];
  const body = xml.replace(/<\?[\s\S]*?\?>/g, '').replace(/<!--[\s\S]*?-->/g, '');
  const tag = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
  const rest = body.replace(tag, (_, closing: string, name: string, __, empty: string) => {
    if (closing) return open.pop() === name ? '' : '<';
    if (!empty) open.push(name);
    return '';
  });
  return open.length === 0 && !rest.includes('<') && !/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(body);
};

/** What a property says, as an element or an attribute, in each language; empty values are none. */
export const valuesOf = (xmp: string, key: string): readonly string[] => {
  const inside = [...xmp.matchAll(new RegExp(`<${key}(?:\\s[^>]*)?>([\\s\\S]*?)</${key}>`, 'g'))].map(
    ([, text]) => text!,
  );
  const attributes = [...xmp.matchAll(new RegExp(`\\s${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g'))];
  const texts = [
    ...inside.flatMap((text) => {
      const items = [...text.matchAll(/<rdf:li(?:\s[^>]*)?>([^<]*)<\/rdf:li>/g)].map(([, item]) => item!);
      return items.length > 0 ? items : [text];
    }),
    ...attributes.map(([, double, single]) => double ?? single!),
  ];
  return texts.map((text) => unescaped(text).trim()).filter((text) => text !== '');
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** A date as PDF writes it (ISO 32000-1, 7.9.4), as XMP does; other text as it is. */
export const isoDate = (text: string): string => {
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = ''] =
    /^(?:D:)?(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d))?)?)?)?)?(Z(?:00'00'?)?|[+-]\d\d(?:'\d\d'?|')?)?$/.exec(
      text,
    ) ?? [];
  if (year === undefined) return text;
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d)'?(\d\d)?/.exec(zone) ?? [];
  const away = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${away}`;
};

/** The second since 1970 of a date as XMP writes it, of a part of one its beginning; null where it is none. */
export const momentOf = (text: string): number | null => {
  const [, year, month = '01', day = '01', time = '00:00', second = '00', zone = 'Z'] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  // A day that its month has not is taken for one of the next.
  if (new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() !== Number(day)) return null;
  const moment = Date.parse(`${year}-${month}-${day}T${time}:${second}${zone}`);
  return Number.isNaN(moment) ? null : Math.floor(moment / 1000);
};
