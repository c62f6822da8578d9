// What the tools of a runtime say of a container: its state as Docker, runc and LXC name it, and its health.
import type { Entity, WorldView } from '../../sim/engine/view';
import { format } from '../../i18n';
import { inspector } from '../../i18n/inspector';
import { floorsOf, placePhrase } from '../name';
import { textRow, type Row } from './row';

const { tools } = inspector;
const { health } = tools;
const MICROS_PER_MS = 1_000;

/** The daemons beside a container, and the product of its monitor where there is no daemon. */
function besideOf(container: Entity, view: WorldView): readonly Entity[] {
  const beside = view.get(container.standsOn ?? '')?.holds.flatMap((id) => view.get(id) ?? []) ?? [];
  const daemons = beside.filter(({ kind }) => kind === 'runtime');
  if (daemons.length > 0) return daemons;
  return beside.filter(({ kind, context }) => kind === 'monitor' && context['of'] === container.id);
}

/** A container that is being started is for Docker what it was before. */
function dockerState({ state, lastTransition, context }: Entity): string {
  const code = typeof context['exitCode'] === 'number' ? context['exitCode'] : null;
  const from = state === 'starting' ? (lastTransition?.from ?? 'created') : state;
  return tools.dockerStates[from] ?? tools.exited(code);
}

function ociState({ state }: Entity, product: string): string {
  if (state === 'created') return product === 'cri-o' ? tools.ociCreated : tools.ociNotYet;
  return tools.ociStates[state] ?? tools.ociStopped;
}

/** The container itself, or the one that a program is in. */
function containerOf(entity: Entity, view: WorldView): Entity | undefined {
  const box = entity.kind === 'process' ? view.get(entity.standsOn ?? '') : entity;
  return box?.kind === 'container' ? box : undefined;
}

/** The state of a container in the words of the tools that know it; none for what is not placed. */
export function toolRows(box: Entity, view: WorldView): Row[] {
  const entity = containerOf(box, view);
  const [first, ...others] = entity ? besideOf(entity, view) : [];
  if (!entity || first === undefined || entity.tags.includes('absent')) return [];
  const product = String(first.context['product']);
  const kernel = floorsOf(entity, view).find(({ kind }) => kind === 'kernel');
  if (kernel?.tags.includes('up') !== true) {
    const labels = { lxc: [tools.lxc], rkt: [] }[product] ?? [
      ...(product.startsWith('docker') ? [tools.docker] : []),
      tools.oci,
    ];
    return labels.map((label) => textRow(label, tools.nothingRuns(placePhrase(entity, view))));
  }
  if (product === 'lxc') return [textRow(tools.lxc, tools.lxcStates[entity.state] ?? tools.lxcStopped)];
  if (product === 'rkt') return [];
  const oci = textRow(tools.oci, ociState(entity, product));
  if (!product.startsWith('docker')) return [oci];
  const isHeard = [first, ...others].every(({ tags }) => tags.includes('up'));
  return [textRow(tools.docker, isHeard ? dockerState(entity) : tools.noAnswer), oci];
}

const span = (value: unknown) => format.duration(Number(value) * MICROS_PER_MS);

/** What Docker's health check has found; empty for a container without one. */
export function healthRows(entity: Entity, view: WorldView): Row[] {
  const check = view.get(`healthcheck/${containerOf(entity, view)?.name ?? ''}`);
  if (check === undefined) return [];
  const { context, due } = check;
  const state = check.state.split('.')[0] ?? '';
  const looks = health.looks[String(context['lastLook'])];
  const isPaused = check.state.endsWith('.between') && due !== null;
  return [
    textRow(health.label, health.states[state] ?? state),
    ...(looks === undefined ? [] : [textRow(health.last, looks)]),
    textRow(health.row, health.ofRetries(Number(context['failingStreak']), Number(context['retries']))),
    ...(isPaused
      ? [textRow(health.next, inspector.picking.nextAt(format.clock(due), format.countdown(due - view.at)))]
      : []),
    textRow(health.every, health.settings(span(context['intervalMs']), span(context['timeoutMs']))),
    textRow(
      health.period,
      context['startPeriodMs'] === 0
        ? health.noPeriod
        : health.within(span(context['startPeriodMs']), span(context['startIntervalMs'])),
    ),
  ];
}
