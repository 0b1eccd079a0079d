/**
 * One publish of a text with a number in it. Times are of `now()`.
 *
 * @typedef {object} Publish
 * @property {number} version
 * @property {number} startedAt when the call was made
 * @property {number} answeredAt when it was answered
 * @property {number} seq of its change in the log
 */

/**
 * An answer of one replica that showed a version.
 *
 * @typedef {object} Sight
 * @property {number} sentAt
 * @property {number} doneAt
 * @property {number} version
 * @property {string | null} cache the header X-Cache
 */

/**
 * How long a publish took to be seen on one replica, in milliseconds.
 *
 * @typedef {object} Delay
 * @property {number} fromStart from the call to the first answer with the new text, or a newer one
 * @property {number} fromAnswer the same from the call's answer; below zero when readers had it before
 */

/**
 * What readers of one replica saw of the publishes.
 *
 * @param {object} seen
 * @param {readonly Publish[]} seen.publishes
 * @param {readonly Sight[]} seen.sights
 * @param {readonly import('./watch.mjs').Look[]} seen.looks what the replica said of itself, oldest first
 * @returns {{ delays: Delay[], unseen: number, staleAfterEvent: number, ofThemMarked: number, wentBack: number }} `staleAfterEvent`:
 *   requests that were sent after the replica had said that it dealt with a change, and showed the text before it; `ofThemMarked`:
 *   those that said so with `X-Cache: stale`; `wentBack`: requests that were sent after somebody had been shown a text, and
 *   showed an older one
 */
export function judgeReplica({ publishes, sights, looks }) {
  const byEnd = sights.toSorted((a, b) => a.doneAt - b.doneAt)
  const delays = publishes.flatMap(({ version, startedAt, answeredAt }) => {
    const first = byEnd.find(sight => sight.version >= version && sight.doneAt >= startedAt)
    return first === undefined ? [] : [{ fromStart: first.doneAt - startedAt, fromAnswer: first.doneAt - answeredAt }]
  })
  const dealtWith = publishes.flatMap(({ version, seq }) => {
    const look = looks.find(({ cursor }) => cursor >= seq)
    return look === undefined ? [] : [{ version, from: look.at }]
  })
  const shown = firstShown(byEnd)
  const stale = sights.filter(sight => sight.version < newest(dealtWith, sight.sentAt))
  return {
    delays,
    unseen: publishes.length - delays.length,
    staleAfterEvent: stale.length,
    ofThemMarked: stale.filter(({ cache }) => cache === 'stale').length,
    wentBack: sights.filter(sight => sight.version < newest(shown, sight.sentAt)).length,
  }
}

/**
 * When each version was first shown in full.
 *
 * @param {readonly Sight[]} byEnd
 */
function firstShown(byEnd) {
  /** @type {{ version: number, from: number }[]} */
  const shown = []
  for (const { version, doneAt } of byEnd) {
    if (version > (shown.at(-1)?.version ?? -1))
      shown.push({ version, from: doneAt })
  }
  return shown
}

/**
 * The newest version that stood before a moment.
 *
 * @param {readonly { version: number, from: number }[]} steps ascending in both
 * @param {number} moment
 */
function newest(steps, moment) {
  return steps.findLast(({ from }) => from < moment)?.version ?? -1
}
