import { findFields } from '../../utils/content/findFields'
import { findCodeTargets, judgeFields } from '../../utils/core/detect/findCodeTargets'
import { findPageKind } from '../../utils/core/detect/findPageKind'
import { fillField } from '../../utils/content/fillField'
import { readAllTraits } from '../../utils/content/readFieldTraits'

/** Runs in a frame: what could be filled, and the place of its fields among all fields there. */
export function readFrame() {
  const all = [...everyElement(document)].filter((element) =>
    element.matches('input, textarea, [contenteditable]'),
  )
  const fields = findFields()
  return judgeFields(readAllTraits(fields)).map(
    ({ fields: indexes, score, kind, isSurelyDelivered }) => ({
      places: indexes.map((index) => all.findIndex((element) => element === fields[index])),
      reasons: score.reasons.map((reason) => reason.split(':')[0] ?? ''),
      kind,
      isSurelyDelivered,
    }),
  )
}

/** Runs in a frame: which kind of code it asks for. */
export function readKind() {
  return findPageKind(readAllTraits(findFields()))
}

/** Runs in a frame: the fields that would be filled, and every judgement with its reasons. */
export function judgeFrame() {
  const fields = findFields()
  const traits = readAllTraits(fields)
  const [best] = findCodeTargets(traits)
  return {
    chosen: (best?.fields ?? []).map((index) => fields[index]?.dataset['code'] ?? 'none'),
    kind: best?.kind,
    isSurelyDelivered: best?.isSurelyDelivered,
    reasons: judgeFields(traits).map(
      ({ score }) => `${score.value.toFixed(1)} ${score.reasons.join(' ')}`,
    ),
  }
}

/** Runs in a frame: how long each scan of its fields takes, the first one with the words of all languages. */
export function timeScans(runs: number): readonly number[] {
  return Array.from({ length: runs }, () => {
    const started = performance.now()
    findCodeTargets(readAllTraits(findFields()))
    return performance.now() - started
  })
}

/** Runs in a frame: writes a code into what would be filled. */
export async function fillFrame(code: string): Promise<boolean> {
  const fields = findFields()
  const [best] = findCodeTargets(readAllTraits(fields))
  return fillField(
    (best?.fields ?? []).flatMap((index) => fields[index] ?? []),
    code,
  )
}

function* everyElement(root: Document | ShadowRoot | Element): Generator<Element> {
  for (const element of root.children) {
    yield element
    if (element.shadowRoot) yield* everyElement(element.shadowRoot)
    yield* everyElement(element)
  }
}
