// lesson.md as text -> the typed page and what it points at. Throws LessonProblem at the first mistake.
import type { RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { LessonPage, Recall, Step, StepStage, Transfer } from '../../lesson/format';
import type { Reference } from '../../lesson/references';
import { readAttributes } from './attributes';
import type { LessonFolder } from './folders';
import { readFrontMatter, type FrontMatter } from './frontMatter';
import type { Reading } from './lines';
import { refuseIn, type Refuse } from './problem';
import { refuseDigits } from './prose';
import { readPrediction } from './questions';
import { Cursor, lineOf, readStep } from './steps';

/** A page with everything it points at. */
export interface ReadPage {
  readonly page: LessonPage;
  readonly references: readonly Reference[];
  /** Kinds of boxes that its front matter names. */
  readonly boxes: readonly string[];
}

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .use(remarkGfm);

function readMeta(nodes: readonly RootContent[], refuse: Refuse): FrontMatter {
  const [first] = nodes;
  if (first?.type !== 'yaml')
    return refuse(1, 'The page has no front matter', 'Begin it with --- title, question, ... ---');
  const read = readFrontMatter(first.value, lineOf(first) + 1, refuse);
  for (const text of [read.meta.title, read.meta.question])
    refuseDigits(text, lineOf(first), read.literals, refuse);
  return read;
}

type Enter = (stage: StepStage) => void;

function readRecall(cursor: Cursor, recalls: string | null, reading: Reading, enter: Enter): Recall | null {
  const node = cursor.takeDirective('recall');
  if (!node) {
    if (recalls !== null)
      reading.refuse(
        1,
        `The front matter recalls "${recalls}", but nothing is asked`,
        'Add a ::recall[...] before the first step, or write "recalls: none"',
      );
    return null;
  }
  const wanted = { id: 'required', from: 'required', world: 'required', outline: 'optional' } as const;
  const { id, from, world, outline } = readAttributes(node, wanted, reading.refuse);
  if (from !== recalls)
    reading.refuse(
      lineOf(node),
      `The question is from "${from}", the front matter recalls "${recalls ?? 'none'}"`,
      'Name the same lesson in both',
    );
  reading.refer({ kind: 'world', id: world, line: lineOf(node) });
  enter({ type: 'world', world });
  const prediction = readPrediction(node, cursor.peek(), id, reading);
  cursor.take();
  if (outline !== null) reading.refer({ kind: 'box', id: outline, line: lineOf(node), world });
  return { from, world, prediction, outline };
}

function readTransfer(cursor: Cursor, reading: Reading, enter: Enter): Transfer | null {
  const node = cursor.takeDirective('transfer');
  if (!node) return null;
  const { id, world } = readAttributes(node, { id: 'required', world: 'required' }, reading.refuse);
  reading.refer({ kind: 'world', id: world, line: lineOf(node) });
  enter({ type: 'world', world });
  const prediction = readPrediction(node, cursor.peek(), id, reading);
  cursor.take();
  return { world, prediction };
}

/** Refuses two steps of one name and a `continue` that has nothing, or something optional, to go on from. */
function refuseOrder(steps: readonly Step[], step: Step, line: number, refuse: Refuse): void {
  const last = steps.at(-1);
  if (steps.some((other) => other.slug === step.slug))
    refuse(line, `Two steps are called "${step.title}"`, 'Rename one of them');
  if (step.stage.type === 'continue' && !last)
    refuse(line, 'The first step continues nothing', 'Write ::stage{world="..."}');
  if (step.stage.type === 'continue' && last?.further === true && !step.further)
    refuse(
      line,
      'A core step continues an optional one',
      'Give it a world of its own with ::stage{world="..."}',
    );
}

/** Reads the text of a lesson page; `file` is how messages call it. Throws LessonProblem. */
export function readPage(text: string, folder: LessonFolder, file: string): ReadPage {
  const refuse = refuseIn(file);
  const nodes = parser.parse(text).children;
  const { meta, literals, boxes, recalls } = readMeta(nodes, refuse);
  const references: Reference[] = [];
  let world: string | null = null;
  const reading: Reading = {
    refuse,
    literals,
    refer: (reference) => references.push(reference),
    world: () => world,
  };
  const enter: Enter = (stage) => {
    if (stage.type === 'world') world = stage.world;
  };
  const cursor = new Cursor(nodes.slice(1));
  const recall = readRecall(cursor, recalls, reading, enter);
  const steps: Step[] = [];
  for (let node = cursor.peek(); node?.type === 'heading' && node.depth === 2; node = cursor.peek()) {
    const step = readStep(cursor, reading, enter);
    refuseOrder(steps, step, lineOf(node), refuse);
    steps.push(step);
  }
  const transfer = steps.length > 0 ? readTransfer(cursor, reading, enter) : null;
  const rest = cursor.peek();
  if (rest)
    refuse(
      lineOf(rest),
      'This stands outside every step',
      'Before the first ## heading stands only ::recall, after the last ::explanation only ::transfer',
    );
  if (steps.length === 0)
    refuse(1, 'The page has no steps', 'Begin one with a second-level heading: ## Title');
  const page = { number: folder.number, slug: folder.slug, meta, recall, steps, transfer };
  return { page, references, boxes };
}
