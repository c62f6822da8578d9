// The text of a model.md -> what it says, as data. Its parts have a fixed order: title, what the room is, True,
// Simplified, Numbers. Throws LessonProblem at the first thing that is missing or of another form.
import type { PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Certainty, RoomModel, RoomNumber } from '../../sim/roomModel';
import { refuseIn, type Refuse } from '../lessons/problem';

const parser = unified().use(remarkParse).use(remarkGfm);

/** The marks of a source; MODEL-FACTS says what they stand for. */
const MARKS: Readonly<Record<string, Certainty>> = { '[R]': 'read', '[S]': 'quoted', '[M]': 'remembered' };
const COLUMNS = ['What', 'Value', 'Source'];

const lineOf = (node: RootContent | TableRow | undefined, or = 1) => node?.position?.start.line ?? or;

/** Plain text; code keeps its backticks. */
function textOf(nodes: readonly PhrasingContent[], refuse: Refuse): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text') return node.value.replaceAll('\n', ' ');
      if (node.type === 'inlineCode') return `\`${node.value}\``;
      if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'linkReference')
        return textOf(node.children, refuse);
      const line = node.position?.start.line ?? 1;
      return refuse(line, `A sentence of model.md holds no ${node.type}`, 'Write text, code or emphasis');
    })
    .join('');
}

/** Splits the file at its second-level headings. */
function partsOf(nodes: readonly RootContent[], refuse: Refuse): Map<string, RootContent[]> {
  const parts = new Map<string, RootContent[]>([['', []]]);
  let part = parts.get('')!;
  for (const node of nodes) {
    if (node.type !== 'heading' || node.depth !== 2) {
      part.push(node);
      continue;
    }
    const name = textOf(node.children, refuse);
    if (!['True', 'Simplified', 'Numbers'].includes(name))
      refuse(lineOf(node), `model.md has no part "${name}"`, 'Its parts are True, Simplified and Numbers');
    parts.set(name, (part = [node]));
  }
  return parts;
}

function readList(parts: Map<string, RootContent[]>, name: string, last: number, refuse: Refuse): string[] {
  const [heading, list, more] = parts.get(name) ?? [];
  if (!heading) return refuse(last, `There is no part "${name}"`, `Add "## ${name}" with a list`);
  if (list?.type !== 'list' || more)
    return refuse(
      lineOf(more ?? list ?? heading),
      `"${name}" is not one list`,
      'Write each sentence as "- ..."',
    );
  return list.children.map((item) => {
    const [child, ...rest] = item.children;
    if (child?.type !== 'paragraph' || rest.length > 0)
      return refuse(lineOf(item), 'An item holds more than one paragraph, or none', 'Write it as one line');
    return textOf(child.children, refuse);
  });
}

function readNumber(row: TableRow, refuse: Refuse): RoomNumber {
  const line = lineOf(row);
  const [what = '', value = '', cited = ''] = row.children.map((cell) => textOf(cell.children, refuse));
  if (what === '' || value === '' || cited === '')
    refuse(line, 'A number needs a name, a value and a source', 'Fill all three cells of its row');
  const [mark, more] = cited.match(/\[[A-Z]\]/g) ?? [];
  if (more !== undefined) refuse(line, 'A source has two marks', 'Give each figure a row of its own');
  const certainty = mark === undefined ? 'chosen' : MARKS[mark];
  if (certainty === undefined)
    return refuse(line, `"${mark}" is no mark of a source`, `Write one of ${Object.keys(MARKS).join(' ')}`);
  if (certainty === 'remembered' && /^\d/.test(value))
    refuse(
      line,
      `"${value}" is told as if its source had been read`,
      'Write "about" before it, or find the source',
    );
  const source = cited.replace(mark ?? '', '').trim();
  return { what, value, source, certainty };
}

function readNumbers(parts: Map<string, RootContent[]>, last: number, refuse: Refuse): RoomNumber[] {
  const [heading, table, more] = parts.get('Numbers') ?? [];
  if (!heading)
    return refuse(last, 'There is no part "Numbers"', 'Add "## Numbers" with a table, or with "None."');
  if (table?.type === 'paragraph' && !more && textOf(table.children, refuse) === 'None.') return [];
  if (table?.type !== 'table' || more)
    return refuse(
      lineOf(more ?? table ?? heading),
      '"Numbers" is not one table',
      'Write a table, or "None."',
    );
  refuseColumns(table, refuse);
  return table.children.slice(1).map((row) => readNumber(row, refuse));
}

function refuseColumns({ children: [head] }: Table, refuse: Refuse): void {
  const names = head?.children.map((cell) => textOf(cell.children, refuse)) ?? [];
  if (names.join() !== COLUMNS.join())
    refuse(lineOf(head), `The columns are ${names.join(', ')}`, `Name them ${COLUMNS.join(', ')}`);
}

/** Reads a model.md; `file` is how messages call it. Throws LessonProblem with file, line and what to do. */
export function readModel(text: string, file: string): RoomModel {
  const refuse = refuseIn(file);
  const nodes = parser.parse(text).children;
  const last = text.trimEnd().split('\n').length;
  const parts = partsOf(nodes, refuse);
  const [title, ...lead] = parts.get('') ?? [];
  if (title?.type !== 'heading' || title.depth !== 1)
    return refuse(lineOf(title), 'There is no title', 'Begin with "# " and the name of the room');
  const about = lead.map((node) =>
    node.type === 'paragraph'
      ? textOf(node.children, refuse)
      : refuse(lineOf(node), `What the room is holds no ${node.type}`, 'Say it in one paragraph'),
  );
  return {
    title: textOf(title.children, refuse),
    about: about.join(' '),
    true: readList(parts, 'True', last, refuse),
    simplified: readList(parts, 'Simplified', last, refuse),
    numbers: readNumbers(parts, last, refuse),
  };
}
