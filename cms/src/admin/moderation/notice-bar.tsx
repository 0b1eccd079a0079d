import type { Notice } from './state/screen'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { KeyHint } from './layout/key-hint'

interface NoticeBarProps {
  notice: Notice | null
  areKeysOn: boolean
  onUndo: () => void
  onClose: () => void
}

/** Says what has just been done, to the eye and to screen readers; what can be taken back, can be taken back here. */
export function NoticeBar({ notice, areKeysOn, onUndo, onClose }: NoticeBarProps) {
  return (
    // stands there before it says something, so that screen readers notice
    <div role="status">
      {notice && (
        <Box background="neutral0" borderColor="neutral200" hasRadius paddingTop={2} paddingBottom={2} paddingLeft={4} paddingRight={4}>
          <Flex gap={3} wrap="wrap" justifyContent="space-between">
            <div>
              <Typography>{notice.text}</Typography>
              {notice.details.length > 0 && (
                <ul>
                  {notice.details.map(detail => <li key={detail}><Typography>{detail}</Typography></li>)}
                </ul>
              )}
            </div>
            <Flex gap={2}>
              {notice.undo && (
                <Button variant="secondary" size="S" onClick={onUndo}>
                  Ångra
                  <KeyHint label="z" isShown={areKeysOn} />
                </Button>
              )}
              <Button variant="ghost" size="S" onClick={onClose}>Stäng meddelandet</Button>
            </Flex>
          </Flex>
        </Box>
      )}
    </div>
  )
}
