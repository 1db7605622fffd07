import type { INestApplicationContext, Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { Role } from '#kernel';
import { ALLOWED_ROLES, IS_PUBLIC } from '../http/allows.js';

/** A handler and who may call it, as the guard reads it. */
export interface Route {
  readonly controller: string;
  readonly method: string;
  readonly isPublic: boolean;
  /** Nothing: the route carries no mark and refuses everyone. */
  readonly roles: readonly Role[] | undefined;
}

/** Every route handler of the running (or previewed) application. */
export function listRoutes(app: INestApplicationContext): Route[] {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype as Type));
  return [...new Set(controllers)].flatMap(routesOf);
}

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  const handlers = new MetadataScanner().getAllMethodNames(prototype).filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name] ?? {}));
  return handlers.map((method) => {
    const mark = <T>(key: symbol): T | undefined => (Reflect.getMetadata(key, prototype[method] ?? {}) ?? Reflect.getMetadata(key, controller)) as T | undefined;
    return { controller: controller.name, method, isPublic: mark<boolean>(IS_PUBLIC) === true, roles: mark<Role[]>(ALLOWED_ROLES) };
  });
}
