const parts = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit' })

/** The calendar month of an instant in Stockholm, such as `2026-05`. */
export const monthInStockholm = (instant: string): string => parts.format(new Date(instant))
