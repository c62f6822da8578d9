// What real systems say when a program cannot be started, verbatim, and the exit code that they leave.

/** Why a program did not start. */
export interface Failure {
  readonly error: string;
  readonly exitCode: number;
}

/** Where a program is started: by a shell on an OS, or by runc as the first process of a container. */
export interface Starter {
  readonly os: string;
  readonly inContainer: boolean;
}

/** Exit codes of shells and of `docker run` (docker/cli docs/reference/run.md); loader's and Java's own below. */
const NOT_FOUND = 127;
const NOT_RUN = 126;

/** As Windows and Java on Windows write a path (java.io.WinNTFileSystem, normalize). */
const onWindows = (path: string): string => path.replaceAll('/', '\\');

/** No file at that path. */
export function noSuchFile(path: string, { inContainer }: Starter): Failure {
  const error = inContainer
    ? `exec: "${path}": stat ${path}: no such file or directory`
    : `bash: ${path}: No such file or directory`;
  return { error, exitCode: NOT_FOUND };
}

/** The file may not be executed. */
export function notExecutable(path: string, { inContainer }: Starter): Failure {
  const error = inContainer ? `exec: "${path}": permission denied` : `bash: ${path}: Permission denied`;
  return { error, exitCode: NOT_RUN };
}

/**
 * Built for another OS or another CPU type. Windows: ERROR_BAD_EXE_FORMAT, 193 (System Error Codes, [R]). runc 1.2
 * and later leave 255 for it (seen in citrineos issue 159 and jon6fingrs/ghostboard issue 9, both of 2025, [S]), earlier
 * ones 1 ([R] opencontainers/runc libcontainer/init_linux.go@c9019ea of 2024; [S] demyxsh/code-server issue 5).
 */
export function badFormat(path: string, { os, inContainer }: Starter): Failure {
  if (os === 'windows')
    return { error: `${onWindows(path)} is not a valid Win32 application.`, exitCode: 193 };
  if (inContainer) return { error: `exec ${path}: exec format error`, exitCode: 255 };
  return { error: `bash: ${path}: cannot execute binary file: Exec format error`, exitCode: NOT_RUN };
}

/** glibc elf/dl-error-skeleton.c (fatal_error), exit 127. */
export function libraryMissing(program: string, soname: string): Failure {
  const why = `${soname}: cannot open shared object file: No such file or directory`;
  return { error: `${program}: error while loading shared libraries: ${why}`, exitCode: 127 };
}

/** glibc elf/dl-version.c (match_symbol), elf/rtld.c (version_check_doit): `_exit (1)`. */
export function versionMissing(program: string, library: string, version: string, by: string): Failure {
  return {
    error: `${program}: ${library}: version \`${version}' not found (required by ${by})`,
    exitCode: 1,
  };
}

/** No `java` on the path. Windows' cmd leaves 9009 ([M]). */
export function noJava({ os }: Starter): Failure {
  if (os !== 'windows') return { error: 'bash: java: command not found', exitCode: NOT_FOUND };
  return { error: "'java' is not recognized as an internal or external command", exitCode: 9009 };
}

/** OpenJDK, launcher_en.properties (java.launcher.jar.error1). */
export const noJar = (path: string): Failure => ({
  error: `Error: Unable to access jarfile ${path}`,
  exitCode: 1,
});

/** OpenJDK, classFileParser.cpp (verify_class_version). */
export function olderJvm(wanted: number, known: number): Failure {
  const compiled = `has been compiled by a more recent version of the Java Runtime (class file version ${wanted}.0)`;
  const knows = `this version of the Java Runtime only recognizes class file versions up to ${known}.0`;
  return { error: `java.lang.UnsupportedClassVersionError: Main ${compiled}, ${knows}`, exitCode: 1 };
}

/** The program's own: a file that it opens at its start is not there, or not for it to read. */
export function cannotOpen(program: string, path: string, isThere: boolean, { os }: Starter): Failure {
  const windows = os === 'windows';
  const denied = windows ? 'Access is denied' : 'Permission denied';
  const gone = windows ? 'The system cannot find the file specified' : 'No such file or directory';
  const file = windows ? onWindows(path) : path;
  const why = isThere ? denied : gone;
  const error = program.endsWith('.jar')
    ? `Exception in thread "main" java.io.FileNotFoundException: ${file} (${why})`
    : `${program}: ${file}: ${why}`;
  return { error, exitCode: 1 };
}
