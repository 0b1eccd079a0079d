import { useEffect } from 'react'

/** How often what stands on the screen is fetched again, in milliseconds. */
export const liveOptions = { pollingInterval: 15_000, refetchOnMountOrArgChange: true }

/** Fetches again when somebody comes back to the tab. */
export function useRefetchOnFocus(refetch: () => unknown): void {
  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible')
        refetch()
    }
    window.addEventListener('focus', onReturn)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      window.removeEventListener('focus', onReturn)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [refetch])
}
