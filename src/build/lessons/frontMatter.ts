// The front matter of lesson.md: YAML in, a strict schema, an error at the line of the field.
import * as v from 'valibot';
import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import type { LessonMeta } from '../../lesson/format';
import type { Refuse } from './problem';

/** A digit that may stand in prose, and where it comes from. */
export interface Literal {
  readonly text: string;
  readonly source: string;
}

/** What the page shows of it, and what only its loader asks for. */
export interface FrontMatter {
  readonly meta: LessonMeta;
  readonly literals: readonly Literal[];
  /** Kinds of boxes used. */
  readonly boxes: readonly string[];
  /** Slug of the lesson that is asked again at the start, or null. */
  readonly recalls: string | null;
}

const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const sentence = v.pipe(v.string(), v.trim(), v.minLength(1));
const slug = v.pipe(v.string(), v.regex(SLUG, 'a slug in lower case, such as works-on-my-machine'));

const Fields = v.strictObject({
  title: sentence,
  question: sentence,
  unit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  boxes: v.pipe(v.array(slug), v.minLength(1)),
  recalls: v.union([v.literal('none'), slug]),
  literals: v.optional(v.array(v.strictObject({ text: sentence, source: sentence })), []),
  teacher: v.optional(sentence),
});

/** The line in the file of the field at `path`, or of the field that should have held it. */
function lineOf(document: Document, lines: LineCounter, path: readonly unknown[], first: number): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => String((item.key as { value?: unknown }).value) === key)
      : undefined;
    const node = (pair?.key ?? document.getIn(path.slice(0, length), true)) as
      { range?: readonly number[] } | undefined;
    if (node?.range) return first + lines.linePos(node.range[0]!).line - 1;
  }
  return first;
}

/** What the schema found, in the words of someone who writes a lesson. */
function describe(issue: v.BaseIssue<unknown>): { problem: string; remedy: string } {
  const field = v.getDotPath(issue) ?? 'the front matter';
  if (issue.kind === 'schema' && issue.received === 'undefined')
    return { problem: `The front matter has no "${field}"`, remedy: `Add "${field}:" to it` };
  if (issue.kind === 'schema' && issue.expected === 'never')
    return {
      problem: `The front matter has an unknown field "${field}"`,
      remedy: `Remove it; known are ${Object.keys(Fields.entries).join(', ')}`,
    };
  return {
    problem: `"${field}" in the front matter is ${issue.received}`,
    remedy: `Expected is ${issue.kind === 'validation' ? issue.message : (issue.expected ?? 'something else')}`,
  };
}

/**
 * Reads the front matter; `first` is the line of the file on which its YAML begins.
 * Refuses broken YAML, missing, unknown and malformed fields at their line.
 */
export function readFrontMatter(yaml: string, first: number, refuse: Refuse): FrontMatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken)
    refuse(
      first + lines.linePos(broken.pos[0]).line - 1,
      `The front matter is not YAML: ${broken.message.split('\n')[0]}`,
      'Mend the line; quote a value that holds a colon',
    );
  const parsed = v.safeParse(Fields, document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = issue.path?.map((item) => item.key) ?? [];
    const { problem, remedy } = describe(issue);
    return refuse(lineOf(document, lines, path, first), problem, remedy);
  }
  const { recalls, teacher, literals, boxes, ...rest } = parsed.output;
  const meta = { ...rest, teacher: teacher ?? null };
  return { meta, literals, boxes, recalls: recalls === 'none' ? null : recalls };
}
