// What the rooms say about themselves: every model.md is read, and one that lacks a part breaks the build.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { models, readModels } from '../../../src/build/models/plugin';
import { readModel } from '../../../src/build/models/readModel';
import { isModelled, VERSIONS } from '../../../src/sim';
import { model } from '../../../src/sim/model';

const page = `# Lamp

Gives light.

## True

- It needs \`power\`, and _nothing_ else.

## Simplified

- It never breaks.

## Numbers

| What  | Value      | Source            |
| ----- | ---------- | ----------------- |
| Power | about 60 W | [M] a box at home |
| Price | its own    | the shop's choice |
`;

describe('readModel', () => {
  it('reads all parts, code in backticks', () => {
    expect(readModel(page, 'model.md')).toEqual({
      title: 'Lamp',
      about: 'Gives light.',
      true: ['It needs `power`, and nothing else.'],
      simplified: ['It never breaks.'],
      numbers: [
        { what: 'Power', value: 'about 60 W', source: 'a box at home', certainty: 'remembered' },
        { what: 'Price', value: 'its own', source: "the shop's choice", certainty: 'chosen' },
      ],
    });
  });

  it('takes "None." for numbers', () => {
    const text = page.replace(/\| What[\s\S]*/, 'None.\n');
    expect(readModel(text, 'model.md').numbers).toEqual([]);
  });

  it.each([
    ['# Lamp', 'Lamp', 1, 'There is no title'],
    ['## True', '## False', 5, 'model.md has no part "False"'],
    ['- It never breaks.', 'It never breaks.', 11, '"Simplified" is not one list'],
    ['## Simplified\n\n- It never breaks.\n\n', '', 14, 'There is no part "Simplified"'],
    [/## Numbers[\s\S]*/, '', 11, 'There is no part "Numbers"'],
    [/\| What[\s\S]*/, 'Many.\n', 15, '"Numbers" is not one table'],
    ['| Source   ', '| From     ', 15, 'The columns are What, Value, From'],
    ["the shop's choice", '                 ', 18, 'A number needs a name, a value and a source'],
    ['[M] a box', '[M] a box [R]', 17, 'A source has two marks'],
    ['[M] a box', '[Q] a box', 17, '"[Q]" is no mark of a source'],
    ['about 60 W', '60 W      ', 17, '"60 W" is told as if its source had been read'],
    ['Gives light.', '<b>Gives light.</b>', 3, 'A sentence of model.md holds no html'],
  ])('refuses %j -> %j at its line', (from, to, line, problem) => {
    const broken = page.replace(from, to);
    expect(broken).not.toBe(page);
    expect(() => readModel(broken, 'lamp/model.md')).toThrow(`lamp/model.md:${line}: ${problem}`);
  });
});

describe('the rooms of the model', () => {
  it('every kind of box says what is true and what is simplified', () => {
    const rooms = readModels('src/sim/rooms');
    const kinds = model.kinds.map(({ kind }) => kind);
    expect(kinds.filter((kind) => !Object.hasOwn(rooms, kind))).toEqual([]);
    for (const room of Object.values(rooms)) {
      expect(room.true.length).toBeGreaterThan(0);
      expect(room.simplified.length).toBeGreaterThan(0);
    }
  });
});

describe('the versions', () => {
  it('every system that is modelled so far is named by a room', () => {
    const said = JSON.stringify(readModels('src/sim/rooms'));
    const modelled = Object.keys(VERSIONS).filter(isModelled);
    expect(modelled).toEqual(expect.arrayContaining(['Linux', 'Xen', 'ESXi', 'Hyper-V', 'VirtualBox']));
    expect(modelled).not.toContain('Kubernetes');
    expect(modelled.filter((system) => !said.includes(system))).toEqual([]);
  });
});

describe('a build', () => {
  let rooms = '';
  beforeEach(() => {
    rooms = mkdtempSync(join(tmpdir(), 'rooms-'));
    mkdirSync(join(rooms, 'lamp'));
    mkdirSync(join(rooms, 'folder-without-model'));
  });
  afterEach(() => rmSync(rooms, { recursive: true }));

  async function builtCode(text: string): Promise<string> {
    writeFileSync(join(rooms, 'lamp/model.md'), text);
    const entry = {
      name: 'entry',
      resolveId: (id: string) => (id === 'entry' ? '\0entry' : null),
      load: (id: string) =>
        id === '\0entry'
          ? "import models from 'virtual:models'; document.title = JSON.stringify(models);"
          : null,
    };
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [models({ rooms }), entry],
      build: { write: false, rolldownOptions: { input: 'entry' } },
    });
    const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
    return output.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
  }

  it('holds what the rooms say', async () => {
    expect(await builtCode(page)).toContain('It never breaks.');
  });

  it('fails with file, line and what to do when a part is missing', async () => {
    await expect(builtCode(page.replace('## Numbers', '### Numbers'))).rejects.toThrow(
      /lamp\/model\.md:13: "Simplified" is not one list\. Write each sentence/,
    );
  });
});
