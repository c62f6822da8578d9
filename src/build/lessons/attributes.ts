// The {key="value"} part of a directive, against the list of what that directive knows.
import type { Directives } from 'mdast-util-directive';
import type { Refuse } from './problem';

type Wanted = Readonly<Record<string, 'required' | 'optional'>>;

/** The attributes as wanted: a required one is a string, an optional one a string or null. */
export type Attributes<W extends Wanted> = {
  readonly [K in keyof W]: W[K] extends 'required' ? string : string | null;
};

/** Reads the attributes of a directive; refuses unknown ones and missing ones at the directive's line. */
export function readAttributes<const W extends Wanted>(
  node: Directives,
  wanted: W,
  refuse: Refuse,
): Attributes<W> {
  const line = node.position?.start.line ?? 1;
  const given = node.attributes ?? {};
  const known = Object.keys(wanted);
  for (const name of Object.keys(given))
    if (!known.includes(name))
      refuse(
        line,
        `${node.name} does not know "${name}"`,
        known.length > 0 ? `It knows ${known.join(', ')}` : 'It has no attributes',
      );
  const values = known.map((name) => {
    const value = given[name]?.trim() ?? '';
    if (value === '' && wanted[name] === 'required')
      refuse(line, `${node.name} has no "${name}"`, `Write {${name}="..."} behind it`);
    return [name, value === '' ? null : value];
  });
  return Object.fromEntries(values) as Attributes<W>;
}
