import * as v from 'valibot'
import { failure } from '../../result'
import type { Importer } from '../importer'
import { readEach } from '../readEntry'
import { items, label, matches, printed } from '../schemas'

// 2FAuth, the self-hosted web app.

const markSchema = v.object({
  app: v.pipe(v.string(), v.regex(/^2fauth/iu)),
  data: v.array(v.unknown()),
})
const fileSchema = v.object({ data: items, groups: items })
const groupSchema = v.object({ id: v.number(), name: v.string() })
const entrySchema = v.object({
  otp_type: v.string(),
  account: label,
  service: label,
  secret: v.string(),
  digits: printed,
  algorithm: printed,
  period: printed,
  counter: printed,
  icon_file: v.nullish(v.string()),
  group_id: v.nullish(v.number()),
})

export const twofauth: Importer = {
  id: '2fauth',
  app: '2FAuth',
  recognizes: (content) => content.kind === 'json' && matches(markSchema, content.value),
  read(content) {
    if (content.kind !== 'json') return failure('file-unknown')
    const file = v.safeParse(fileSchema, content.value)
    if (!file.success) return failure('file-damaged')
    const groups = new Map(
      file.output.groups.filter((it) => v.is(groupSchema, it)).map(({ id, name }) => [id, name]),
    )
    return readEach(file.output.data, entrySchema, (entry) => ({
      ...entry,
      type: entry.otp_type.toLowerCase() === 'steamtotp' ? 'steam' : entry.otp_type,
      issuer: entry.service,
      tags: [groups.get(entry.group_id ?? -1) ?? ''],
      ...(entry.icon_file ? { icon: entry.icon_file } : {}),
    }))
  },
}
