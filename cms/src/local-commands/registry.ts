import type { Core } from '@strapi/strapi'

/**
 * What a local command does.
 * @param input the JSON that the command was sent, not yet parsed by a schema
 * @returns what it answers; JSON
 * @throws CommandRefusal with a sentence for the person who gave the command
 */
export type CommandHandler = (strapi: Core.Strapi, input: unknown) => Promise<unknown>

/** A command that was understood and not done; its message is shown as it stands. */
export class CommandRefusal extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'CommandRefusal'
  }
}

const handlers = new Map<string, CommandHandler>()

/** Lets `POST /_local/<name>` run a command; registered in `register()` of src/index.ts. */
export function registerCommand(name: string, handler: CommandHandler): void {
  handlers.set(name, handler)
}

export const findCommand = (name: string): CommandHandler | null => handlers.get(name) ?? null

export const commandNames = (): string[] => [...handlers.keys()].sort()
