export { Histogram } from './histogram.js'
export { maySeeMetrics } from './may-see-metrics.js'
export { metricsText } from './metrics-text.js'
