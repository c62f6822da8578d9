// What a build made, to be shipped: a build itself, a package, an image of a machine or of a container.

/** What can be shipped, by what it carries. */
export type Form = 'build' | 'package' | 'vm-image' | 'container-image';

/** Context of an artifact. */
export interface ArtifactContext {
  readonly form: Form;
  /** What it was built for; a JAR runs wherever its JVM does. */
  readonly os: string;
  readonly cpu: string;
  /** A container image: several under one name, of which the runtime takes the one for its platform. */
  readonly list: boolean;
  readonly bytes: number;
  /** Until the other end has said whether it takes it, in milliseconds. */
  readonly askMs: number;
  /** See files.ts. */
  readonly files: string;
  /** Where it was built, whose network it goes through; null: from a mirror that is fast enough. */
  readonly from: string | null;
  /** The box that it goes to, or went to last. */
  readonly to: string | null;
  readonly sendMs: number;
  /** What the runtime said, when it did not take the image. */
  readonly error: string | null;
  /** The boxes whose runtime did not take it when it was last sent there: ids with blanks between. */
  readonly refusedBy: string;
}

/** A scenario says what it ships: sizes are its own choice, or those that its page names. */
export const ARTIFACT_DEFAULTS = {
  form: 'build' as Form,
  os: 'linux',
  cpu: 'amd64',
  list: false,
  bytes: 0,
  askMs: 50,
  files: '[]',
  from: null as string | null,
} as const;

/** What a scenario does not set. */
export const ARTIFACT_AT_FIRST = { to: null, sendMs: 0, error: null, refusedBy: '' } as const;
