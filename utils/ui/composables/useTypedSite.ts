import { shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import { readTypedSite } from '../accounts/readTypedSite'
import { errorMessage } from '../i18n/errorMessage'
import { t } from '../i18n/i18n'

/** A site that is typed into a list: judged by the background before it stands there. */
export function useTypedSite(take: (site: string) => void) {
  const typed = shallowRef('')
  const problem = shallowRef('')

  async function enter(): Promise<boolean> {
    const text = typed.value
    problem.value = await judge(text)
    if (problem.value !== '' || typed.value !== text) return false
    typed.value = ''
    return true
  }

  /** Why it is none that can be kept; nothing, where it was taken. */
  async function judge(text: string): Promise<string> {
    const site = readTypedSite(text)
    if (site === undefined) return t('edit.siteUnknown')
    const reply = await request('sites.assess', { site })
    if (!reply.ok) return errorMessage(reply.code, reply.detail)
    take(site)
    return ''
  }

  /** Whether what was typed is in the list: it counts without a press on Add. */
  function commit(): Promise<boolean> {
    problem.value = ''
    return typed.value.trim() === '' ? Promise.resolve(true) : enter()
  }

  return { typed, problem, enter, commit }
}
