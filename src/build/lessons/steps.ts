// One step of a lesson: everything between two second-level headings, in its fixed order.
import type { Heading, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Line, Step, StepPart, StepStage } from '../../lesson/format';
import { readAttributes } from './attributes';
import { readBlock } from './blocks';
import { readLine, type Reading } from './lines';
import { countBlockWords, countWords, plainText, refuseLong } from './prose';
import { readPrediction } from './questions';

/** The nodes of the page, taken one after the other. */
export class Cursor {
  private position = 0;
  private readonly nodes: readonly RootContent[];

  constructor(nodes: readonly RootContent[]) {
    this.nodes = nodes;
  }

  /** The next node, or undefined at the end; it is not taken. */
  peek(): RootContent | undefined {
    return this.nodes[this.position];
  }

  /** Takes the next node if it is a leaf directive of this name. */
  takeDirective(name: string): LeafDirective | null {
    const node = this.peek();
    if (node?.type !== 'leafDirective' || node.name !== name) return null;
    this.position += 1;
    return node;
  }

  /** Takes the next node, whatever it is. */
  take(): RootContent {
    return this.nodes[this.position++]!;
  }
}

/** The line of the file on which a node begins. */
export function lineOf(node: RootContent): number {
  return node.position?.start.line ?? 1;
}

/** Lower case with dashes: `What VMs stand on` is `what-vms-stand-on`. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What a step is while it is read. */
interface Draft {
  readonly slug: string;
  readonly parts: StepPart[];
  readonly hints: Line[];
  explanation: Line | null;
  /** Words since there was last something to do, and the line of the first of them. */
  words: number;
  wordsFrom: number;
}

type Read = (node: LeafDirective, draft: Draft, cursor: Cursor, reading: Reading) => void;

/** The one line a directive holds in its brackets. */
function bracketLine(node: LeafDirective, reading: Reading): Line {
  const line = readLine(node.children, 'refused', reading);
  if (countWords(line) === 0)
    reading.refuse(
      lineOf(node),
      `::${node.name} is empty`,
      `Write its text in brackets: ::${node.name}[...]`,
    );
  refuseLong(countWords(line), lineOf(node), `The ${node.name}`, reading.refuse);
  return line;
}

const readers: Readonly<Record<string, Read>> = {
  prediction(node, draft, cursor, reading) {
    const { id } = readAttributes(node, { id: 'required' }, reading.refuse);
    const prediction = readPrediction(node, cursor.peek(), id, reading);
    cursor.take();
    draft.parts.push({ type: 'prediction', prediction });
  },
  task(node, draft, _cursor, reading) {
    const { check, commands, settles } = readAttributes(
      node,
      { check: 'required', commands: 'optional', settles: 'optional' },
      reading.refuse,
    );
    const line = lineOf(node);
    const isAsked = draft.parts.some((part) => part.type === 'prediction' && part.prediction.id === settles);
    if (settles !== null && !isAsked)
      reading.refuse(line, `No prediction above it is "${settles}"`, 'Write the id of one of this step');
    const names = (commands ?? '').split(/\s+/).filter(Boolean);
    reading.refer({ kind: 'check', id: check, line });
    for (const each of names) {
      const [id = '', only = ''] = each.split(':');
      reading.refer({ kind: 'command', id, line, step: draft.slug });
      if (only.includes('/')) reading.refer({ kind: 'box', id: only, line, world: reading.world() });
    }
    const text = bracketLine(node, reading);
    draft.parts.push({
      type: 'task',
      task: { check, text, commands: names, ...(settles !== null && { settles }) },
    });
  },
  moment(node, draft, _cursor, reading) {
    const { id } = readAttributes(node, { id: 'required' }, reading.refuse);
    reading.refer({ kind: 'moment', id, line: lineOf(node) });
    draft.parts.push({ type: 'moment', id });
  },
  /** The Dockerfile of a repository: its lines stand in the scenario. */
  recipe(node, draft, _cursor, reading) {
    const { id } = readAttributes(node, { id: 'required' }, reading.refuse);
    reading.refer({ kind: 'recipe', id, line: lineOf(node), world: reading.world() });
    draft.parts.push({ type: 'text', block: { type: 'recipe', id } });
  },
  hint(node, draft, _cursor, reading) {
    readAttributes(node, {}, reading.refuse);
    draft.hints.push(bracketLine(node, reading));
  },
  explanation(node, draft, _cursor, reading) {
    readAttributes(node, {}, reading.refuse);
    draft.explanation = bracketLine(node, reading);
  },
};

function readStage(cursor: Cursor, heading: Heading, reading: Reading): StepStage {
  const node = cursor.takeDirective('stage');
  if (!node)
    return reading.refuse(
      lineOf(heading),
      'The step has no world',
      'Write ::stage{world="..."} or ::stage{continue} right below its heading',
    );
  const goesOn = Object.hasOwn(node.attributes ?? {}, 'continue');
  const { world } = readAttributes(node, { world: 'optional', continue: 'optional' }, reading.refuse);
  if (goesOn === (world !== null))
    return reading.refuse(
      lineOf(node),
      'The stage names a world and continue, or neither',
      'Write one of the two',
    );
  if (world === null) return { type: 'continue' };
  reading.refer({ kind: 'world', id: world, line: lineOf(node) });
  return { type: 'world', world };
}

function readText(node: RootContent, draft: Draft, reading: Reading): void {
  const block = readBlock(node, reading);
  if (draft.words === 0) draft.wordsFrom = lineOf(node);
  draft.words += countBlockWords(block);
  refuseLong(draft.words, draft.wordsFrom, 'The text before the next thing to do', reading.refuse);
  draft.parts.push({ type: 'text', block });
}

function readDirective(node: LeafDirective, draft: Draft, cursor: Cursor, reading: Reading): void {
  const read = readers[node.name];
  if (!read)
    return reading.refuse(
      lineOf(node),
      `::${node.name} is unknown, or not allowed here`,
      `In a step stand ${Object.keys(readers).join(', ')}; stage and further come first`,
    );
  if (node.name === 'prediction' || node.name === 'task') draft.words = 0;
  read(node, draft, cursor, reading);
}

/** What must be true of a step as a whole. */
function refuseIncomplete(draft: Draft, heading: Heading, reading: Reading): void {
  const line = lineOf(heading);
  const last = draft.parts.findLast((part) => part.type === 'prediction' || part.type === 'task');
  if (!last) reading.refuse(line, 'The step has nothing to do', 'Add a ::task[...]{check="..."}');
  if (last.type === 'prediction')
    reading.refuse(
      line,
      `Nothing is run after the prediction "${last.prediction.id}"`,
      'Add a ::task[...]{check="..."} below its options',
    );
}

function isTransfer(node: RootContent): boolean {
  return node.type === 'leafDirective' && node.name === 'transfer';
}

/** Reads one step from its heading to the next, or to the transfer question. */
export function readStep(cursor: Cursor, reading: Reading, enter: (stage: StepStage) => void): Step {
  const heading = cursor.take() as Heading;
  const title = plainText(readLine(heading.children, 'refused', reading));
  const stage = readStage(cursor, heading, reading);
  enter(stage);
  const furtherNode = cursor.takeDirective('further');
  if (furtherNode) readAttributes(furtherNode, {}, reading.refuse);
  const draft: Draft = {
    slug: slugOf(title),
    parts: [],
    hints: [],
    explanation: null,
    words: 0,
    wordsFrom: 0,
  };
  while (draft.explanation === null) {
    const node = cursor.peek();
    if (!node || node.type === 'heading' || isTransfer(node))
      return reading.refuse(
        lineOf(heading),
        `The step "${title}" has no explanation`,
        'End it with ::explanation[...]',
      );
    cursor.take();
    if (node.type === 'leafDirective') readDirective(node, draft, cursor, reading);
    else readText(node, draft, reading);
  }
  refuseIncomplete(draft, heading, reading);
  const { slug, parts, hints, explanation } = draft;
  return { slug, title, stage, further: furtherNode !== null, parts, hints, explanation };
}
