import fc from 'fast-check'

/** Arbitrary text, halves of surrogate pairs included, with plenty of what parsers split at. */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  const codeUnit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.constantFrom(...[...':%+#&=?/ \n'].map((character) => character.charCodeAt(0))),
  )
  return fc.array(codeUnit, { maxLength }).map((codes) => String.fromCharCode(...codes))
}
