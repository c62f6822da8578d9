// A root file system: the files that the programs of one OS, or of one container, find as `/`.

/** Context of a root file system: what the programs of one OS, or of one container, find as `/`. */
export interface FilesystemContext {
  /** See files.ts. */
  readonly files: string;
  /** As whom its programs run. */
  readonly user: string;
  /** `LD_LIBRARY_PATH`, directories separated by `:`. */
  readonly libraryPath: string;
  /** Directories in `/etc/ld.so.cache`, separated by `:`. */
  readonly cached: string;
}

/** Debian's and Ubuntu's directory for libraries is in the cache of a fresh system (multiarch, [M]). */
export const FILESYSTEM_DEFAULTS = {
  files: '[]',
  user: 'root',
  libraryPath: '',
  cached: '/usr/lib/x86_64-linux-gnu',
} as const satisfies FilesystemContext;
