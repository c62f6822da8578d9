// Packages of a distribution: in which version they are in an image, and which versions are known to be weak.
// Source: package-url/purl-spec (pkg:deb/debian/name@version); scanners read the package database of an image.
import type { Installed } from '../engine/view';
import { lookUp, filesSeen, type LayerContent, type LayerFile, type Stack } from './layers';

/** What an archive has now, by name. */
export type Packages = Readonly<Record<string, { readonly version: string; readonly bytes: number }>>;

/** A weakness: versions before `fixed` have it. Scanners find it once it is known. */
export interface Advisory {
  readonly id: string;
  readonly package: string;
  readonly fixed: string;
  readonly known?: boolean;
}

/** A weak package of an image, and how deep in its layers it lies, 0 on top. */
export interface Finding {
  readonly advisory: string;
  readonly package: string;
  readonly version: string;
  readonly fixed: string;
  readonly depth: number;
}

const PURL = /^pkg:deb\/debian\/([a-z0-9.+-]+)@(.+)$/;

/** The file by which an installed package is known. */
export function packageFile(name: string, version: string, bytes: number): LayerFile {
  return { path: `/var/lib/dpkg/info/${name}.list`, bytes, content: `pkg:deb/debian/${name}@${version}` };
}

/** The packages that lie in a layer, in the order of its files. */
export const packagesIn = ({ files }: LayerContent): readonly Installed[] =>
  files.flatMap((file) => packageIn(file) ?? []);

/** Name and version of a package that a file stands for, or null. */
function packageIn({ content }: LayerFile): Installed | null {
  const [, name, version] = PURL.exec(content) ?? [];
  return name === undefined || version === undefined ? null : { name, version };
}

/** Whether a version comes before another one: number by number. */
export function isOlder(version: string, other: string): boolean {
  const [one, two] = [version, other].map((each) => each.split(/\D+/).map(Number));
  for (let at = 0; at < Math.max(one!.length, two!.length); at++) {
    const apart = (one![at] ?? 0) - (two![at] ?? 0);
    if (apart !== 0) return apart < 0;
  }
  return false;
}

/** The version in which a package is seen through some layers, or null. */
export function versionOf(stack: Stack, name: string): string | null {
  const found = lookUp(stack, packageFile(name, '', 0).path);
  return found === null ? null : (packageIn(found.file)?.version ?? null);
}

/** Known weaknesses of what is seen through some layers, in the order of the files. */
export function findingsIn(stack: Stack, advisories: readonly Advisory[]): readonly Finding[] {
  return filesSeen(stack).flatMap((file) => {
    const found = packageIn(file);
    if (found === null) return [];
    const weak = advisories.filter(
      ({ package: name, fixed, known = false }) =>
        known && name === found.name && isOlder(found.version, fixed),
    );
    const depth = lookUp(stack, file.path)!.depth;
    return weak.map(({ id, fixed }) => ({
      advisory: id,
      package: found.name,
      version: found.version,
      fixed,
      depth,
    }));
  });
}
