import { expect, it } from 'vitest'
import { help as en } from '@/utils/ui/help/en'
import { help as id } from '@/utils/ui/help/id'
import { TOPICS, type HelpText } from '@/utils/ui/help/topics'

const shapeOf = ({ paragraphs, steps }: HelpText) => [paragraphs.length, steps?.length]

it.each(TOPICS)('%s says as much in Indonesian as in English', (topic) => {
  expect(shapeOf(id[topic])).toEqual(shapeOf(en[topic]))
  const texts = ({ title, paragraphs, steps = [] }: HelpText) => [title, ...paragraphs, ...steps]
  const same = texts(en[topic]).filter((text) => texts(id[topic]).includes(text))
  expect(same).toEqual([])
})
