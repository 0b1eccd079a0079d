import type { H3Event } from 'h3'
import type { SitePage } from '../../shared/paths'
import type { AnswerForm } from '../forms/asked'
import type { FormAnswer } from '../forms/form-answer'
import { createError, defineEventHandler, getQuery, getRequestHeader, sendRedirect, setResponseHeader, setResponseHeaders, setResponseStatus } from 'h3'
import { matchPath } from '../../shared/match-path'
import { toSitePaths } from '../cms/site-addresses'
import { toHttpError } from '../errors/to-http-error'
import { answerMyData, answerMyDataLink } from '../forms/my-data'
import { readForm } from '../forms/read-form'
import { answerReport } from '../forms/report'
import { answerSender } from '../forms/sender'
import { answerWrite } from '../forms/write'
import { settings } from '../settings'

const forms: Partial<Record<SitePage, AnswerForm>> = {
  write: answerWrite,
  report: answerReport,
  sender: answerSender,
  myData: answerMyData,
  myDataLink: answerMyDataLink,
}

/**
 * The pages with a form: works out what they say, before they are drawn, from what was asked or sent in. They are the only ones
 * that take a POST, and nothing of them is kept anywhere.
 */
export default defineEventHandler(async (event) => {
  const asked = matchPath(event.path)
  const answerForm = asked && forms[asked.page]
  if (!answerForm)
    return
  const isPost = event.method === 'POST'
  if (!isPost && event.method !== 'GET' && event.method !== 'HEAD') {
    setResponseHeader(event, 'Allow', 'GET, HEAD, POST')
    throw createError({ statusCode: 405 })
  }
  // what another site makes a browser send, its reader has not written: they get the form as for the first time
  const isSent = isPost && getRequestHeader(event, 'sec-fetch-site') !== 'cross-site'
  try {
    const { language, parameters } = asked
    return await give(event, await answerForm({ event, language, parameters, query: getQuery(event), form: isSent ? await readForm(event) : null }))
  }
  catch (error) {
    throw toHttpError(error)
  }
})

async function give(event: H3Event, answer: FormAnswer): Promise<unknown> {
  switch (answer.kind) {
    case 'moved':
      return sendRedirect(event, answer.location, answer.status)
    case 'file':
      setResponseHeaders(event, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${answer.name}"` })
      return JSON.stringify(answer.body, null, 2)
    case 'page':
      setResponseStatus(event, answer.status)
      if (answer.retryAfter)
        setResponseHeader(event, 'Retry-After', answer.retryAfter)
      event.context.formPage = toSitePaths(answer.data, settings().siteUrl)
  }
}
