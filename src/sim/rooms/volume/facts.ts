// A volume: files that are kept apart from those of images and containers.

/** Context of a volume. */
export interface VolumeContext {
  /** Where containers see it: `/data`. */
  readonly mount: string;
  readonly use: string;
  /** Files, a `LayerContent` as JSON. */
  readonly content: string;
}

/** What a scenario may set. */
export const VOLUME_DEFAULTS = { mount: '/data', use: 'volume', content: '{"files":[]}' } as const;
