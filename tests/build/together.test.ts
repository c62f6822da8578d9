// What later parts of the page share lies together in few files.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileGroups, gathered } from '../../src/build/together';

describe('modules that lie in one file', () => {
  it('are there, each once', () => {
    expect(gathered.filter((path) => !existsSync(path))).toEqual([]);
    expect(new Set(gathered).size).toBe(gathered.length);
  });

  it('are known by their addresses', () => {
    const [path] = gathered;
    const takes = fileGroups.filter((group) => 'test' in group && group.test(`/anywhere/${path}`));
    expect(takes).toHaveLength(1);
  });
});
