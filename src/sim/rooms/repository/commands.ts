// What may be committed: one of the changes that a scenario has ready, or a Dockerfile that was edited.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { ArgumentRule, CommandDefinition } from '../../engine/model';
import { changesIn, filesAfter } from './facts';

const name: ArgumentRule = {
  wanted: 'the name of a change',
  accepts: (value) => typeof value === 'string' && value !== '',
};

const isInstruction = (value: unknown): boolean => {
  const { line, keyword, text, words } = (value ?? {}) as Record<string, unknown>;
  const isText = [keyword, text].every((each) => typeof each === 'string');
  return (
    isText &&
    Number.isSafeInteger(line) &&
    Array.isArray(words) &&
    words.every((each) => typeof each === 'string')
  );
};

function isRecipe(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every(isInstruction);
  } catch {
    return false;
  }
}

const recipe: ArgumentRule = {
  wanted: 'the instructions of a Dockerfile',
  accepts: (value) => typeof value === 'string' && isRecipe(value),
};

const text = (reader: Reader, self: EntityNumber, field: string) => reader.value(self, field) as string;

/** Commits. */
export const repositoryCommands: readonly CommandDefinition[] = [
  {
    name: 'commit-change',
    on: ['repository'],
    args: { change: name },
    refuse: (reader, self, args) => {
      const change = args['change'] as string;
      const isKnown = Object.hasOwn(changesIn(text(reader, self, 'changes')), change);
      const isNew = isKnown && text(reader, self, 'change') !== change;
      return isNew ? null : { code: 'no-change', data: { box: reader.id(self), change } };
    },
    events: (reader, self, args) => {
      const change = args['change'] as string;
      const added = changesIn(text(reader, self, 'changes'))[change]!;
      const files = filesAfter(text(reader, self, 'files'), added.files ?? []);
      return [{ type: 'COMMIT', change, recipe: added.recipe ?? text(reader, self, 'recipe'), files }];
    },
  },
  {
    name: 'commit-recipe',
    on: ['repository'],
    args: { recipe },
    events: (reader, self, args) => [
      { type: 'COMMIT', change: '', recipe: args['recipe'], files: text(reader, self, 'files') },
    ],
  },
];
