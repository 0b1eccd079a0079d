import { Histogram } from '@klartext/metrics'

/** How long the public API takes to answer, by the first digit of the status; streams are no part of it. */
export const requestSeconds = new Histogram([0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], 'status')

/**
 * Counts one answer.
 * @param began `performance.now()` when the request came in
 * @param status that it was answered with
 */
export const observeRequest = (began: number, status: number): void =>
  requestSeconds.observe((performance.now() - began) / 1_000, `${Math.floor(status / 100)}xx`)
