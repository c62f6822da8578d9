// The policy of the example deck: what reveal.js needs, and nothing more.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { policy, type Policy } from './contentSecurityPolicy';

/**
 * The pages' policy, with frames of the site itself, with the styles that reveal.js writes for paper, and with the
 * one script that it writes into the window of the speaker's view, by its hash. Throws when that is not found.
 */
export function deckPolicy(): Policy {
  return {
    ...policy,
    'script-src': `'self' '${hashOf(speakerScript())}'`,
    'style-src': "'self' 'unsafe-inline'",
    'frame-src': "'self'",
  };
}

/** What the notes plugin of reveal.js puts between the script tags of its window. */
function speakerScript(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('reveal.js'));
  const source = readFileSync(join(folder, 'plugin/notes.mjs'), 'utf8');
  const literal = /document\.write\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1] ?? '""';
  // A script's string may hold tabs and escapes that JSON does not know.
  const json = literal
    .replaceAll('\t', '\\t')
    .replaceAll(/\\(.)/g, (escape, of: string) => ('"\\/bfnrtu'.includes(of) ? escape : of));
  const page = JSON.parse(json) as string;
  const script = /<script>(.*)<\/script>/s.exec(page)?.[1];
  if (script === undefined) throw new Error('the script of the speaker view of reveal.js was not found');
  return script;
}

function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
