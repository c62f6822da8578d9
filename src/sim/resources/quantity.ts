// Amounts as Kubernetes writes them ("500m", "1.5Gi", "4000000000", "1e3"), read into whole numbers.
// Source: kubernetes/apimachinery pkg/api/resource/quantity.go, the grammar above type Quantity.

/** Powers of 1,000 and of 1,024 that a suffix stands for. */
const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const FORM = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d{1,2})|([numkMGTPE]|[KMGTPE]i)?)$/;

/**
 * A quantity in thousandths, rounded up as `MilliValue()` does; cores written "250m" are 250.
 * Throws RangeError for what is no quantity, or is too large to be counted exactly.
 */
export function milliValue(text: string): number {
  return roundUp(text, 1_000n);
}

/** A quantity as a whole number, rounded up as `Value()` does: bytes. Throws as `milliValue` does. */
export function wholeValue(text: string): number {
  return roundUp(text, 1n);
}

function roundUp(text: string, unit: bigint): number {
  const match = FORM.exec(text);
  if (!match) throw new RangeError(`"${text}" is no quantity: write it like 500m, 2, 1.5Gi`);
  const [, sign, digits = '', exponent, suffix = ''] = match;
  const [whole = '', fraction = ''] = digits.split('.');
  let numerator = BigInt(whole + fraction) * unit;
  let denominator = tenTo(fraction.length);
  const power =
    exponent === undefined ? 3 * (DECIMAL.indexOf(suffix) - DECIMAL.indexOf('')) : Number(exponent);
  if (BINARY.indexOf(suffix) > 0) numerator <<= 10n * BigInt(BINARY.indexOf(suffix));
  else if (power >= 0) numerator *= tenTo(power);
  else denominator *= tenTo(-power);
  const up = sign === '-' ? -(numerator / denominator) : (numerator + denominator - 1n) / denominator;
  const value = Number(up);
  if (!Number.isSafeInteger(value)) throw new RangeError(`"${text}" is too large to be counted exactly`);
  return value === 0 ? 0 : value;
}

function tenTo(power: number): bigint {
  return BigInt(`1${'0'.repeat(power)}`);
}
