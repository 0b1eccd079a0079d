import { integration } from './test/harness/integration-project.mts'

export default integration('postgres')
