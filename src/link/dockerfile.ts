// Where Dockerfiles enter: text becomes instructions, by the parser that editors use. What an instruction means, and
// whether it is one at all, is the model's to say. Loaded at build time, and by whoever lets a learner edit.
import { DockerfileParser, ModifiableInstruction, Onbuild, PropertyInstruction } from 'dockerfile-ast';
import { Util } from 'dockerfile-ast/lib/util.js';
import type { Instruction } from '../sim';

/** dockerfile-ast 0.7.1 asks Node's Buffer of every text whether it begins with a byte order mark; a browser has none. */
if (!('Buffer' in globalThis)) Util.isUTF8BOM = (letter) => letter === '\uFEFF';

type Parsed = ReturnType<ReturnType<typeof DockerfileParser.parse>['getInstructions']>[number];

/** The longest Dockerfile that is read, in letters. */
export const MOST_LETTERS = 20_000;

function flagsOf(instruction: Parsed): Instruction['flags'] {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  if (flags.length === 0) return undefined;
  return Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? '']));
}

/** The strings of the JSON form, or null: Docker takes what is no array of strings for a shell's command. */
function arrayIn(text: string): string[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every((each) => typeof each === 'string') ? read : null;
  } catch {
    return null;
  }
}

function read(instruction: Parsed): Instruction {
  const flags = flagsOf(instruction);
  const content = instruction.getArgumentsContent() ?? '';
  const written = instruction instanceof ModifiableInstruction ? instruction.getFlags().map(String) : [];
  const isPairs = instruction instanceof PropertyInstruction;
  const trigger = instruction instanceof Onbuild ? instruction.getTriggerInstruction() : null;
  return {
    line: instruction.getRange().start.line + 1,
    keyword: instruction.getInstruction(),
    text: [...written, content].join(' ').trim(),
    words: arrayIn(content) ?? instruction.getArguments().map((word) => word.getValue()),
    ...(flags && { flags }),
    ...(isPairs && {
      pairs: instruction.getProperties().map((each) => [each.getName(), each.getValue()] as const),
    }),
    ...(trigger && { trigger: read(trigger) }),
  };
}

/** The instructions of a Dockerfile, in order. Throws RangeError for one that is too long to be read. */
export function readDockerfile(text: string): readonly Instruction[] {
  if (text.length > MOST_LETTERS)
    throw new RangeError(`A Dockerfile has at most ${MOST_LETTERS} letters here.`);
  return DockerfileParser.parse(text).getInstructions().map(read);
}
