// A Dockerfile line by line, with what the last build of each image made of it, in words.
import type { EntityId, Fact } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';
import type { Instruction } from '../sim/resources/dockerfile';
import type { WrittenInstruction } from '../sim/rooms/repository/seen';
import { format } from '../i18n';
import { recipe as words } from '../i18n/recipe';
import { factSentence } from './fact';
import { boxNoun } from './name';

const MICROS_PER_MS = 1_000;

/** As a builder shows the step of an instruction: the keyword in capitals, a stage without its name. */
const stepText = ({ keyword, text }: Instruction): string => {
  const name = keyword.toUpperCase();
  const what = text.replace(/\s+/g, ' ');
  return `${name} ${name === 'FROM' ? what.replace(/^(--\S+ )+| as \S+$/gi, '') : what}`.trim();
};

/** What a build made of a line. */
interface LineResult {
  readonly image: EntityId;
  /** Where it was built; empty where that makes no difference. */
  readonly where: string;
  readonly says: string;
  readonly sign: 'cached' | 'ran' | 'running' | 'failed' | 'noted';
}

/** A line of a Dockerfile with what the builds made of it. */
interface RecipeLine {
  readonly line: number;
  readonly text: string;
  readonly results: readonly LineResult[];
}

/** A Dockerfile with its builds. */
export interface RecipeScene {
  readonly title: string;
  /** As it is edited. */
  readonly text: string;
  readonly lines: readonly RecipeLine[];
  /** Why builds of it failed, as sentences. */
  readonly problems: readonly string[];
}

/** A build of an image, from its start to its end or to now. */
interface Build {
  readonly image: EntityId;
  readonly commit: unknown;
  readonly facts: readonly Fact[];
}

/** The last build of an image; null where there was none. */
function lastBuild({ id }: Entity, facts: readonly Fact[]): Build | null {
  const started = facts.findLast(({ name, data }) => name === 'builder.started' && data?.['image'] === id);
  if (started === undefined) return null;
  const own = facts.filter(({ seq, about }) => seq > started.seq && about === started.about);
  const next = own.findIndex(({ name }) => name === 'builder.started');
  return {
    image: id,
    commit: started.data?.['commit'],
    facts: own.slice(0, next === -1 ? undefined : next),
  };
}

/** What keeps an image from being made of a recipe, or from getting where it shall be. */
const PROBLEMS: ReadonlySet<string> = new Set(['builder.failed', 'builder.not-pushed']);

/** How a build of an image ended, or the last push of it: a problem, or nothing to tell. */
const problemOf = ({ image, facts }: Build): readonly Fact[] => {
  const ends = facts.filter(
    ({ name, data }) => data?.['image'] === image && (PROBLEMS.has(name) || name === 'builder.pushed'),
  );
  return ends.slice(-1).filter(({ name }) => PROBLEMS.has(name));
};

const nameIs = (name: string) => (fact: Fact) => fact.name === name;

/** What a build made of a line: null as long as it has not come there, or where it had another text. */
function resultOf(build: Build, instruction: Instruction): Pick<LineResult, 'says' | 'sign'> | null {
  const { line } = instruction;
  const text = stepText(instruction);
  const own = build.facts.filter(({ data }) => data?.['line'] === line);
  if (own.some(nameIs('builder.failed'))) return { says: words.failed, sign: 'failed' };
  const steps = own.filter(({ data }) => data?.['text'] === text);
  if (steps.some(nameIs('builder.cached'))) return { says: words.cached, sign: 'cached' };
  const running = steps.find(nameIs('builder.running'));
  if (running === undefined) {
    const built = build.facts.find(nameIs('builder.built'));
    if (built === undefined || own.length > 0) return null;
    const { skipped } = built.data ?? {};
    const isSkipped = Array.isArray(skipped) && (skipped as readonly unknown[]).includes(line);
    return { says: isSkipped ? words.skipped : words.noted, sign: 'noted' };
  }
  const ran = steps.find(nameIs('builder.ran'));
  if (ran !== undefined) {
    const micros = ran.at - running.at;
    const says = micros < MICROS_PER_MS ? words.ranAtOnce : words.ran(format.duration(micros));
    return { says, sign: 'ran' };
  }
  const takes = Number(running.data?.['stepMs']) * MICROS_PER_MS;
  return { says: words.running(format.duration(takes)), sign: 'running' };
}

/** What is no layer, or is left out, is so wherever it is built. */
function saidOnce(results: readonly LineResult[]): readonly LineResult[] {
  const [first] = results;
  return first?.sign === 'noted' && results.every(({ says }) => says === first.says)
    ? [{ ...first, where: '' }]
    : results;
}

/** The Dockerfile of a repository, and what the last build of each of its images made of it; null where there is none. */
export function recipeScene(
  id: EntityId,
  recipe: readonly WrittenInstruction[] | null,
  view: WorldView,
  facts: readonly Fact[],
): RecipeScene | null {
  const repository = view.get(id);
  if (repository === undefined || recipe === null) return null;
  const images = view.ofKind('image').filter(({ context }) => context['repository'] === id);
  const builds = images.flatMap((image) => lastBuild(image, facts) ?? []);
  // What failed may have had other lines.
  const current = builds.filter(
    ({ commit, facts: own }) =>
      commit === repository.context['commit'] || !own.some(nameIs('builder.failed')),
  );
  const lines = recipe.map((instruction): RecipeLine => ({
    line: instruction.line,
    text: instruction.written,
    results: saidOnce(
      current.flatMap((build) => {
        const result = resultOf(build, instruction);
        return result === null
          ? []
          : { image: build.image, where: boxNoun(build.image, view).name, ...result };
      }),
    ),
  }));
  const failed = current.flatMap(problemOf);
  return {
    title: words.title(repository.name),
    text: lines.map(({ text }) => text).join('\n'),
    lines,
    problems: failed.map((fact) => factSentence(fact, view)),
  };
}
