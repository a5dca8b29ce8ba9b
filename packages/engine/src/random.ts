/** Numbers in [0, 1), repeatable. */
export type Random = () => number;

/** mulberry32: a small, well-spread generator. Same seed (32 bits), same numbers. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A generator of somebody's own, so that nobody's luck depends on who came before. */
export function randomOf(seed: number, name: string): Random {
  return randomFrom(hashOf(`${seed}/${name}`));
}

export function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** FNV-1a with a final mix (murmur3), 32 bits: spreads short texts that differ in one character. */
export function hashOf(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01_00_01_93);
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x85_eb_ca_6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2_b2_ae_35);
  value ^= value >>> 16;
  return value >>> 0;
}
