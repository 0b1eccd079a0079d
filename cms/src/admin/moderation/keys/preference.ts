import { useCallback, useState } from 'react'

const storageKey = 'klartext-moderation-keys'

/** Whether single keys work, kept in this browser; they can be turned off (WCAG 2.1.4). */
export function useKeysPreference(): [boolean, (isOn: boolean) => void] {
  const [isOn, setIsOn] = useState(() => localStorage.getItem(storageKey) !== 'off')
  const set = useCallback((value: boolean) => {
    localStorage.setItem(storageKey, value ? 'on' : 'off')
    setIsOn(value)
  }, [])
  return [isOn, set]
}
