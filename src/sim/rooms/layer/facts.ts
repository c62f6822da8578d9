// Layers of images on a disk, and the one that is written by a container.

/** What a layer is for: part of images and never written again, or a container's own. */
export type LayerUse = 'layer' | 'writable';

/** Context of a layer. */
export interface LayerContext {
  readonly use: LayerUse;
  /** Of what is in it; empty for one that is written. */
  readonly digest: string;
  /** Files and whiteouts, a `LayerContent` as JSON. */
  readonly content: string;
  /** A writable layer: its container, the image that this was made from, and the layers under it, the base first. */
  readonly of: string | null;
  readonly image: string;
  readonly over: string;
  /** The kernel that has it in its page cache, and since when that runs: it starts with nothing in memory. */
  readonly cachedBy: string;
  /** How often a container that started found it there. */
  readonly cacheHits: number;
}

/** What is not said when a layer is made. */
export const LAYER_DEFAULTS = {
  use: 'layer' as LayerUse,
  digest: '',
  content: '{"files":[]}',
  of: null as string | null,
  image: '',
  over: '',
} as const;

/** Files come or go: to the writable layer of a container, or to a volume. */
export interface RewriteEvent {
  readonly type: 'REWRITE';
  readonly content: string;
}

/** The change of context that such an event asks for; nothing for other events. */
export function asRewritten({ event }: { event: { readonly type: string } }): { content?: string } {
  return event.type === 'REWRITE' ? { content: (event as RewriteEvent).content } : {};
}
