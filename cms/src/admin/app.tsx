export default {
  config: { locales: ['sv'] },
  bootstrap() {},
}
