// The pure layers are compiled without the types of a browser or of Node, so that a slip does not compile.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { top } from './sources';

const pure = ['src/sim', 'src/lesson', 'src/words', 'src/layout', 'lessons'];
const names = ['document', 'window', 'process', 'Buffer', 'setTimeout', 'console', 'performance', 'fetch'];

const folder = mkdtempSync(join(tmpdir(), 'types-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The names that the compiler does not find in a line, compiled with the options of this layer. */
function unknownNames(layer: string, line: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${top}${layer}/tsconfig.json`,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) =>
        expect.unreachable(JSON.stringify(messageText)),
    },
  );
  const { tsBuildInfoFile: _, ...options } = { ...config?.options, incremental: false };
  const file = join(folder, 'snippet.ts');
  writeFileSync(file, line);
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
  const messages = found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  return messages.map((message) => /'(\w+)'/.exec(message)?.[1] ?? message);
}

describe.each(pure)('%s', (layer) => {
  it('knows neither a screen nor a machine', () => {
    expect(unknownNames(layer, `export const all = [${names.join(', ')}];`)).toEqual(names);
  });

  it('knows the language itself', () => {
    expect(unknownNames(layer, 'export const all = [1, 2].toSorted();')).toEqual([]);
  });
});
