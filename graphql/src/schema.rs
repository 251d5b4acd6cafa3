//! The schema, built once.

use crate::{limits, mutations::Mutation, queries::Query, subscriptions::Subscription, visit::Base};
use async_graphql::{
    SDLExportOptions,
    parser::{
        parse_schema,
        types::{FieldDefinition, TypeDefinition, TypeKind, TypeSystemDefinition},
    },
};
use database::Db;

/// The schema of this door.
pub(crate) type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

fn builder() -> async_graphql::SchemaBuilder<Query, Mutation, Subscription> {
    // The guard refuses long before; the library's own limits stay on as a second wall.
    Schema::build(Query::default(), Mutation::default(), Subscription)
        .disable_suggestions()
        .limit_recursive_depth(2 * limits::NESTING)
        .limit_depth(limits::NESTING)
        .limit_directives(limits::FIELD_DIRECTIVES)
}

/// The schema with the house behind it.
pub(crate) fn build(db: Db, base: Base) -> Schema {
    builder().data(db).data(base).finish()
}

/// The schema as text, always the same for the same schema; committed as `graphql/schema.graphql`.
pub fn sdl() -> String {
    builder().finish().sdl_with_options(SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items())
}

/// Every field of the three roots, as `Mutation.giveSponsorship`: what the table of authorisations must speak of.
pub fn elements() -> Vec<String> {
    let sdl = sdl();
    let roots = ["Query", "Mutation", "Subscription"];
    fields(&sdl, |name| roots.contains(&name)).into_iter().map(|(owner, field)| format!("{owner}.{field}")).collect()
}

/// The fields whose answer is the same for everybody, so that no permission is asked for (`public_fields.toml`).
pub fn public_fields() -> Vec<String> {
    let lines = include_str!("../public_fields.toml").lines();
    lines.filter_map(|line| line.trim().strip_prefix('"')?.split('"').next().map(str::to_owned)).collect()
}

fn fields(sdl: &str, wanted: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let name = |ty: &TypeDefinition| ty.name.node.to_string();
    types(sdl)
        .into_iter()
        .filter(|ty| wanted(ty.name.node.as_str()))
        .flat_map(|ty| {
            let owner = name(&ty);
            fields_of(ty).into_iter().map(move |field| (owner.clone(), field.name.node.to_string()))
        })
        .collect()
}

pub(crate) fn types(sdl: &str) -> Vec<TypeDefinition> {
    let definitions = parse_schema(sdl).map(|document| document.definitions).unwrap_or_default();
    let types = definitions.into_iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(ty) => Some(ty.node),
        _ => None,
    });
    types.collect()
}

pub(crate) fn fields_of(ty: TypeDefinition) -> Vec<FieldDefinition> {
    match ty.kind {
        TypeKind::Object(object) => object.fields.into_iter().map(|field| field.node).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
