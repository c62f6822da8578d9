// Arithmetic that is exact in integers up to 2^53 and equal in every JavaScript engine: products and
// quotients, parts that add up to their whole, and portable log2, ln and exp10 (only + - * / are used).

const SAFE = Number.MAX_SAFE_INTEGER;
/** The largest divisor of `mulDiv`: one bit below 2^53, so that a doubled remainder stays exact. */
export const LARGEST_DIVISOR = 4_503_599_627_370_496;

/** A whole quotient and what is left over, below the divisor. */
export interface Division {
  readonly quotient: number;
  readonly remainder: number;
}

/**
 * floor(a * b / c), exact although a * b may be far beyond 2^53.
 * a and b: integers 0 to 2^53 - 1; c: integer 1 to 2^52. Throws RangeError outside these bounds, and when
 * the quotient itself is above 2^53 - 1.
 */
export function mulDiv(a: number, b: number, c: number): number {
  checkOperands(a, b, c);
  const product = a * b;
  return product <= SAFE ? (product - (product % c)) / c : longDivision(a, b, c).quotient;
}

/** As `mulDiv`, with the remainder: a * b = quotient * c + remainder. Same bounds and errors. */
export function mulDivRem(a: number, b: number, c: number): Division {
  checkOperands(a, b, c);
  const product = a * b;
  if (product > SAFE) return longDivision(a, b, c);
  const remainder = product % c;
  return { quotient: (product - remainder) / c, remainder };
}

/** ceil(a * b / c) with the bounds and errors of `mulDiv`. */
export function mulDivCeil(a: number, b: number, c: number): number {
  const { quotient, remainder } = mulDivRem(a, b, c);
  return checkResult(remainder === 0 ? quotient : quotient + 1);
}

function checkOperands(a: number, b: number, c: number): void {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || a < 0 || b < 0)
    throw new RangeError(`factors must be integers from 0 to 2^53 - 1: ${a}, ${b}`);
  if (!Number.isSafeInteger(c) || c < 1 || c > LARGEST_DIVISOR)
    throw new RangeError(`a divisor must be an integer from 1 to 2^52: ${c}`);
}

function checkResult(quotient: number): number {
  if (quotient > SAFE) throw new RangeError(`a quotient above 2^53 - 1: about ${quotient}`);
  return quotient;
}

/** Takes whole divisors out of both factors; what is left (below c each) is divided exactly. */
function longDivision(a: number, b: number, c: number): Division {
  const restA = a % c;
  const restB = b % c;
  const wholeA = (a - restA) / c;
  const wholeB = (b - restB) / c;
  // a * b / c = wholeA * b + restA * wholeB + restA * restB / c; a part beyond 2^53 is an error anyway.
  const whole = checkResult(checkResult(wholeA * b) + checkResult(restA * wholeB));
  const product = restA * restB;
  if (product <= SAFE) {
    const remainder = product % c;
    return { quotient: checkResult(whole + (product - remainder) / c), remainder };
  }
  const rest = bitwiseDivision(restA, restB, c);
  return { quotient: checkResult(whole + rest.quotient), remainder: rest.remainder };
}

/** Multiplies bit by bit from the top, keeping the remainder below c: no number ever reaches 2^53. */
function bitwiseDivision(a: number, b: number, c: number): Division {
  let quotient = 0;
  let remainder = 0;
  let bit = LARGEST_DIVISOR / 2;
  while (bit > b) bit /= 2;
  for (let left = b; bit >= 1; bit /= 2) {
    quotient *= 2;
    remainder *= 2;
    if (remainder >= c) {
      remainder -= c;
      quotient += 1;
    }
    if (left < bit) continue;
    left -= bit;
    remainder += a;
    if (remainder >= c) {
      remainder -= c;
      quotient += 1;
    }
  }
  return { quotient, remainder };
}

/**
 * Splits `total` (integer from 0) in proportion to integer `weights`: the parts add up to the total exactly.
 * Each gets the floor of its share; single units that are left go to the largest fractions, and where
 * fractions are equal to the lowest index. Throws RangeError when there is something to split but no weight.
 */
export function apportion(total: number, weights: ArrayLike<number>): number[] {
  const parts: number[] = new Array<number>(weights.length).fill(0);
  if (total === 0) return parts;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] ?? 0;
  if (sum === 0) throw new RangeError(`nobody to give ${total} to: every weight is 0`);
  const fractions: number[] = [];
  let left = total;
  for (let i = 0; i < weights.length; i++) {
    const { quotient, remainder } = mulDivRem(total, weights[i] ?? 0, sum);
    parts[i] = quotient;
    fractions.push(remainder);
    left -= quotient;
  }
  if (left > 0) giveUnits(parts, fractions, left);
  return parts;
}

function giveUnits(parts: number[], fractions: readonly number[], units: number): void {
  const order = fractions.map((_, i) => i);
  order.sort((i, j) => (fractions[j] ?? 0) - (fractions[i] ?? 0) || i - j);
  for (const i of order.slice(0, units)) parts[i] = (parts[i] ?? 0) + 1;
}

const SQRT_2 = 1.4142135623730951;
const LN_2 = 0.6931471805599453;
const LN_10 = 2.302585092994046;
const LOG2_E = 1.4426950408889634;
// ln 2 in two parts: the first has 21 zero bits at its end, so that its product with an exponent is exact.
const LN_2_HIGH = 0.6931471803691238;
const LN_2_LOW = 1.9082149292705877e-10;

/** log2(x) for finite x > 0, exact for powers of two. Throws RangeError otherwise. */
export function log2(x: number): number {
  const { exponent, mantissa } = normalise(x);
  return exponent + lnNearOne(mantissa) * LOG2_E;
}

/** Natural logarithm of finite x > 0. Throws RangeError otherwise. */
export function ln(x: number): number {
  const { exponent, mantissa } = normalise(x);
  return exponent * LN_2_HIGH + (exponent * LN_2_LOW + lnNearOne(mantissa));
}

/** 10 to the power of x, |x| <= 300; exact for integers from 0 to 22. Throws RangeError outside. */
export function exp10(x: number): number {
  if (!(x >= -300 && x <= 300)) throw new RangeError(`exp10 takes -300 to 300: ${x}`);
  const whole = Math.round(x);
  const fraction = expSmall((x - whole) * LN_10);
  return whole < 0 ? fraction / powerOf(10, -whole) : fraction * powerOf(10, whole);
}

/** x = mantissa * 2^exponent with the mantissa between sqrt(1/2) and sqrt(2). */
function normalise(x: number): { exponent: number; mantissa: number } {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`a logarithm takes finite numbers above 0: ${x}`);
  let exponent = 0;
  let mantissa = x;
  for (let step = 512; step >= 1; step /= 2) {
    const power = powerOf(2, step);
    while (mantissa >= power) {
      mantissa /= power;
      exponent += step;
    }
    while (mantissa < 2 / power) {
      mantissa *= power;
      exponent -= step;
    }
  }
  return mantissa > SQRT_2 ? { exponent: exponent + 1, mantissa: mantissa / 2 } : { exponent, mantissa };
}

/** ln m = 2 atanh((m - 1) / (m + 1)), a series that ends below 2^-53 after twelve terms for these m. */
function lnNearOne(m: number): number {
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let k = 23; k >= 3; k -= 2) sum = (sum + 1 / k) * square;
  return 2 * s + 2 * s * sum;
}

/** e^t for |t| <= 1.2: halves of ln 2 are taken out, the rest is a Taylor series of sixteen terms. */
function expSmall(t: number): number {
  const twos = Math.round(t / LN_2);
  const rest = t - twos * LN_2_HIGH - twos * LN_2_LOW;
  let sum = 1;
  for (let k = 16; k >= 1; k--) sum = 1 + (sum * rest) / k;
  return twos < 0 ? sum / powerOf(2, -twos) : sum * powerOf(2, twos);
}

/** base to the power of n by multiplication: the operator `**` may differ between engines. */
function powerOf(base: number, n: number): number {
  let power = 1;
  for (let i = 0; i < n; i++) power *= base;
  return power;
}
