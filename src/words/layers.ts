// What a layer is called where it lies: by the instruction or the image that put it there, as the world knows it.
import type { Entity, WorldView } from '../sim/engine/view';
import type { Manifest } from '../sim/rooms/registry/facts';
import { disks } from '../i18n/disks';
import { tagOf } from './built';

/** An image as somebody has it: its layers, the base first, and what made each of them. */
export interface KnownImage {
  /** Of the image; empty where it has none. */
  readonly name: string;
  readonly layers: readonly string[];
  /** The instruction of each layer, or none at all. */
  readonly history: readonly string[];
}

/** So much of a digest tells apart what has one name. */
const SHORT = 4;
/** Words of an instruction that are kept where there is no room for all. */
const FEW = 2;

/** The digests of a list as the model keeps it, the base first. */
export const digestsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' && value !== '' ? value.split(' ') : [];

const tableIn = <T>(value: unknown): Readonly<Record<string, T>> =>
  JSON.parse(typeof value === 'string' && value !== '' ? value : '{}') as Readonly<Record<string, T>>;

/** What made each layer of an image, as its configuration says; nothing where that says nothing, or of a whole disk. */
function historyOf({ layers, config }: Manifest): readonly string[] {
  if (!config.startsWith('{')) return [];
  const { history = [] } = tableIn<readonly string[]>(config);
  return history.length === layers.length && layers.length > 1 ? history : [];
}

const knownImage = (name: string, manifest: Manifest): KnownImage => ({
  name,
  layers: manifest.layers,
  history: historyOf(manifest),
});

/** What is there and what is being pulled. What has no program is there to be built on: it is known by its tag. */
function knownAsImage(image: Entity): readonly KnownImage[] {
  const { name, context } = image;
  return [context['layers'], context['wantedLayers']].map((value) => ({
    name: context['service'] === null ? tagOf(image) : name,
    layers: digestsIn(value),
    history: [],
  }));
}

/** Images that a box knows. */
function imagesKnownTo(box: Entity, view: WorldView): readonly KnownImage[] {
  const { kind, context } = box;
  // What is written by a container lies over the image that this was made from, whatever has its name now.
  if (kind === 'layer') {
    const image = view.get(String(context['of']))?.context['image'];
    const known = typeof image === 'string' ? view.get(image)?.name : undefined;
    return [{ name: known ?? '', layers: digestsIn(context['over']), history: [] }];
  }
  if (kind === 'image') return knownAsImage(box);
  if (kind === 'builder') {
    const stages = Object.values(
      tableIn<null | { readonly texts: Readonly<Record<string, string>> }>(context['made']),
    );
    const built = Object.values(tableIn<Manifest>(context['images']));
    return [
      ...stages.map((stage) => ({
        name: '',
        layers: Object.keys(stage?.texts ?? {}),
        history: Object.values(stage?.texts ?? {}),
      })),
      ...built.map((manifest) => knownImage('', manifest)),
    ];
  }
  const manifests = tableIn<Manifest>(context['manifests']);
  const tags = Object.entries(tableIn<string>(context['tags']));
  return Object.entries(manifests).map(([digest, manifest]) =>
    knownImage(tags.find(([, named]) => named === digest)?.[0] ?? '', manifest),
  );
}

/** Kept with a box for as long as it does not change: its tables are long. */
const known = new WeakMap<Entity, readonly KnownImage[]>();

/** All images that somebody in the world knows, with their layers. */
export function imagesKnownIn(view: WorldView): readonly KnownImage[] {
  return ['image', 'builder', 'layer', 'registry'].flatMap((kind) =>
    view.ofKind(kind).flatMap((box) => {
      const images = known.get(box) ?? imagesKnownTo(box, view);
      known.set(box, images);
      return images;
    }),
  );
}

/** `FROM debian:12 AS build` brings what is called `debian:12`. */
const saidOf = (instruction: string): string =>
  (/^FROM (\S+)/.exec(instruction)?.[1] ?? instruction).replace(/@.*$/, '').replace('container/', '');

function nameOf(digest: string, images: readonly KnownImage[]): string {
  const own = images.filter(({ layers }) => layers.includes(digest));
  const instruction = own
    .map(({ layers, history }) => history[layers.indexOf(digest)] ?? '')
    .find((text) => text !== '');
  if (instruction !== undefined) return saidOf(instruction);
  const named = own.filter(({ name }) => name !== '');
  const topped = named.find(({ layers }) => layers.at(-1) === digest);
  if (topped !== undefined) return topped.name;
  if (own.some(({ layers }) => layers[0] === digest)) return disks.base;
  const [first] = named;
  return first === undefined ? disks.layerOf : disks.part(first.name, first.layers.indexOf(digest) + 1);
}

/** A layer's name, and what tells it from another of that name: the beginning of its digest. */
interface Name {
  readonly name: string;
  readonly mark: string | null;
  /** Packages that another layer has in another version: "openssl 3.0.11". */
  readonly packages: string;
  /** Those tell it apart as well. */
  readonly isToldByPackages: boolean;
}

/** Kept with a layer for as long as it does not change: what is in it is read for that. */
const installedIn = new WeakMap<Entity, ReturnType<WorldView['packagesOf']>>();

function packagesOf(layer: Entity, view: WorldView) {
  const packages = installedIn.get(layer) ?? view.packagesOf(layer.id);
  installedIn.set(layer, packages);
  return packages;
}

/** Of each layer's digest, the packages that lie in different versions here. */
function packagesIn(view: WorldView): ReadonlyMap<string, string> {
  const layers = view
    .ofKind('layer')
    .filter(({ context, state }) => context['use'] === 'layer' && state === 'stored');
  const installed = layers.map((layer) => packagesOf(layer, view));
  const all = installed.flat();
  const differs = (one: string, version: string) =>
    all.some((other) => other.name === one && other.version !== version);
  return new Map(
    layers.map(({ context }, at) => {
      const told = installed[at]!.filter(({ name, version }) => differs(name, version));
      return [String(context['digest']), told.map(({ name, version }) => `${name} ${version}`).join(', ')];
    }),
  );
}

function namesIn(view: WorldView): ReadonlyMap<string, Name> {
  const images = imagesKnownIn(view);
  const digests = new Set(view.ofKind('layer').map(({ context }) => String(context['digest'] ?? '')));
  const names = new Map(Array.from(digests, (digest) => [digest, nameOf(digest, images)]));
  const versions = packagesIn(view);
  const isAlone = (all: readonly string[], name: string) => all.indexOf(name) === all.lastIndexOf(name);
  const withPackages = (digest: string, name: string) => [name, versions.get(digest) ?? ''].join(' ');
  const [all, allWith] = [
    [...names.values()],
    Array.from(names, ([digest, name]) => withPackages(digest, name)),
  ];
  return new Map(
    Array.from(names, ([digest, name]) => {
      const mark = isAlone(all, name) ? null : digest.replace(/^.*:/, '').slice(0, SHORT);
      const isToldByPackages = isAlone(allWith, withPackages(digest, name));
      return [digest, { name, mark, packages: versions.get(digest) ?? '', isToldByPackages }];
    }),
  );
}

const named = new WeakMap<WorldView, ReadonlyMap<string, Name>>();

function nameOn(layer: Entity, view: WorldView): Name {
  const names = named.get(view) ?? namesIn(view);
  named.set(view, names);
  return names.get(String(layer.context['digest'] ?? ''))!;
}

/** Whether the beginning of a layer's digest stands behind its name. */
export const hasMark = (layer: Entity, view: WorldView): boolean => nameOn(layer, view).mark !== null;

/**
 * What a layer is called on its floor, the longest first: "RUN apt-get update && apt-get install -y gcc",
 * "RUN … apt-get install -y gcc", "RUN apt-get"; with the packages in which it differs from others.
 */
export function layerLabels(layer: Entity, view: WorldView): readonly [string, ...string[]] {
  const { name, mark, packages, isToldByPackages } = nameOn(layer, view);
  const told = (text: string) => (mark === null ? text : disks.told(text, mark));
  if (packages !== '') {
    const whole = disks.has(told(name), packages);
    return isToldByPackages ? [whole, disks.has(name, packages)] : [whole];
  }
  const words = name.split(' ');
  if (words.length <= FEW) return [told(name)];
  const lastCommand = name.replace(/^(\S+) .* && /, '$1 … ');
  const shorter = [lastCommand, words.slice(0, FEW).join(' ')].filter((each) => each !== name);
  return [told(name), ...shorter.map(told)];
}
