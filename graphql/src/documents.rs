//! One document for every field of the three roots, with made-up arguments: enough to be refused, too little to do anything.
//! For the tests that ask everything, here and above.

use crate::{limits, schema};
use async_graphql::parser::types::{BaseType, FieldDefinition, InputValueDefinition, Type, TypeDefinition, TypeKind};
use std::collections::HashMap;

/// Any other text that is asked for: an address, and no id of anything.
const SOME_ID: &str = "a@example.test";

type Shapes = HashMap<String, TypeDefinition>;

/// `("Mutation.leave", "mutation{leave{refusal{code}}}")` for every field.
pub fn all() -> Vec<(String, String)> {
    let shapes: Shapes = schema::types(&schema::sdl()).into_iter().map(|ty| (ty.name.node.to_string(), ty)).collect();
    let mut all = Vec::new();
    for (root, keyword) in [("Query", "query"), ("Mutation", "mutation"), ("Subscription", "subscription")] {
        for field in shapes.get(root).cloned().map(schema::fields_of).unwrap_or_default() {
            let document = format!("{keyword}{{{}}}", selection(&field, &shapes));
            all.push((format!("{root}.{}", field.name.node), document));
        }
    }
    all
}

/// How far below a root field [`everything`] looks.
const LEVELS: usize = 6;

/// For every field of `Query`, a document that selects whatever can be read below it without an argument; an `ID` that is asked
/// for is `id`. Lists inside lists are left out, and so are searches inside lists: nobody is answered those.
pub fn everything(id: &str) -> Vec<(String, String)> {
    let shapes: Shapes = schema::types(&schema::sdl()).into_iter().map(|ty| (ty.name.node.to_string(), ty)).collect();
    let fields = shapes.get("Query").cloned().map(schema::fields_of).unwrap_or_default();
    let document = |field: &FieldDefinition| {
        let given = arguments(field.arguments.iter().map(|argument| &argument.node), &shapes).replace(SOME_ID, id);
        let given = if given.is_empty() { String::new() } else { format!("({given})") };
        let many = limits::CONNECTIONS.contains(&field.name.node.as_str());
        format!("{{{}{given}{}}}", field.name.node, below(named(&field.ty.node), &shapes, many, LEVELS))
    };
    fields.iter().map(|field| (format!("Query.{}", field.name.node), document(field))).collect()
}

/// For every connection that `Query` has and every object in its rows, a document that asks for that object in each of `first`
/// rows: where one more row costs one more statement, it shows here (bar G11). A connection of something that is named by its id is asked
/// of `id`.
pub fn rows(first: usize, id: &str) -> Vec<(String, String)> {
    let shapes: Shapes = schema::types(&schema::sdl()).into_iter().map(|ty| (ty.name.node.to_string(), ty)).collect();
    let fields = |name: &str| shapes.get(name).cloned().map(schema::fields_of).unwrap_or_default();
    let mut all = Vec::new();
    for field in fields("Query").iter().filter(|field| limits::CONNECTIONS.contains(&field.name.node.as_str())) {
        let (list, kind) = (field.name.node.as_str(), named(&field.ty.node));
        let row = fields(kind).into_iter().find(|field| field.name.node == "nodes");
        let inside = row.map(|row| fields(named(&row.ty.node))).unwrap_or_default();
        let asks = |field: &FieldDefinition| field.arguments.iter().any(|argument| !argument.node.ty.node.nullable);
        let wanted = inside.iter().filter(|field| !asks(field) && !is_heavy(field.name.node.as_str()));
        let picked: Vec<String> = wanted
            .filter(|field| matches!(shapes.get(named(&field.ty.node)).map(|ty| &ty.kind), Some(TypeKind::Object(_))))
            .map(|field| field.name.node.to_string())
            .collect();
        let of = if field.arguments.iter().any(|argument| argument.node.name.node == "id") {
            format!("id:\"{id}\",")
        } else {
            String::new()
        };
        all.push((format!("Query.{list}"), format!("{{{list}({of}first:{first}){{nodes{{__typename}}}}}}")));
        all.extend(picked.into_iter().map(|picked| {
            let document = format!("{{{list}({of}first:{first}){{nodes{{{picked}{{__typename}}}}}}}}");
            (format!("Query.{list}.{picked}"), document)
        }));
    }
    all
}

/// The same of every plain list of `Query` that nothing has to be said for: it has as many rows as there are.
pub fn plain_rows() -> Vec<(String, String)> {
    let shapes: Shapes = schema::types(&schema::sdl()).into_iter().map(|ty| (ty.name.node.to_string(), ty)).collect();
    let fields = |name: &str| shapes.get(name).cloned().map(schema::fields_of).unwrap_or_default();
    let asks = |field: &FieldDefinition| field.arguments.iter().any(|argument| !argument.node.ty.node.nullable);
    let is_object = |name: &str| matches!(shapes.get(name).map(|ty| &ty.kind), Some(TypeKind::Object(_)));
    let mut all = Vec::new();
    for list in fields("Query").iter().filter(|list| matches!(list.ty.node.base, BaseType::List(_)) && !asks(list)) {
        let (own, kind) = (list.name.node.as_str(), named(&list.ty.node));
        if !is_object(kind) {
            continue;
        }
        all.push((format!("Query.{own}"), format!("{{{own}{{__typename}}}}")));
        let inside = fields(kind);
        let wanted = inside.iter().filter(|field| is_object(named(&field.ty.node)) && !asks(field));
        all.extend(wanted.map(|field| {
            let picked = field.name.node.as_str();
            (format!("Query.{own}.{picked}"), format!("{{{own}{{{picked}{{__typename}}}}}}"))
        }));
    }
    all
}

fn is_heavy(field: &str) -> bool {
    limits::HEAVY.iter().any(|(heavy, _)| *heavy == field)
}

fn below(name: &str, shapes: &Shapes, many: bool, levels: usize) -> String {
    let fields = |ty: &TypeDefinition| {
        let inside = schema::fields_of(ty.clone());
        let chosen = inside.iter().filter_map(|field| {
            let (own, kind) = (field.name.node.as_str(), named(&field.ty.node));
            let asks = field
                .arguments
                .iter()
                .any(|argument| !argument.node.ty.node.nullable && argument.node.default_value.is_none());
            let too_much =
                limits::CONNECTIONS.contains(&own) || (many && limits::HEAVY.iter().any(|heavy| heavy.0 == own));
            if asks || too_much {
                return None;
            }
            // The same rows as in `edges`.
            if own == "nodes" {
                return Some("nodes{__typename}".to_owned());
            }
            let leaf = shapes.get(kind).is_none_or(|ty| matches!(ty.kind, TypeKind::Scalar | TypeKind::Enum(_)));
            match (leaf, levels) {
                (true, _) => Some(own.to_owned()),
                (false, 0) => None,
                (false, _) => Some(format!("{own}{}", below(kind, shapes, many, levels - 1))),
            }
        });
        chosen.collect::<Vec<_>>()
    };
    match shapes.get(name).map(|ty| (&ty.kind, ty)) {
        Some((TypeKind::Object(_), ty)) => format!("{{__typename {}}}", fields(ty).join(" ")),
        Some((TypeKind::Interface(_), ty)) => of_each(ty, shapes, many, levels),
        Some((TypeKind::Union(union), _)) => {
            let members = union.members.iter().map(|member| member.node.as_str());
            let parts = members.map(|member| format!("...on {member}{}", below(member, shapes, many, levels)));
            format!("{{__typename {}}}", parts.collect::<Vec<_>>().join(" "))
        }
        _ => String::new(),
    }
}

/// An interface, through everything that is one.
fn of_each(interface: &TypeDefinition, shapes: &Shapes, many: bool, levels: usize) -> String {
    let name = interface.name.node.as_str();
    let is_one = |ty: &&TypeDefinition| match &ty.kind {
        TypeKind::Object(object) => object.implements.iter().any(|implemented| implemented.node.as_str() == name),
        _ => false,
    };
    let mut kinds: Vec<&str> = shapes.values().filter(is_one).map(|ty| ty.name.node.as_str()).collect();
    kinds.sort_unstable();
    let parts: Vec<String> = kinds
        .iter()
        .map(|kind| format!("...on {kind}{}", below(kind, shapes, many, levels.saturating_sub(1))))
        .collect();
    format!("{{__typename {}}}", parts.join(" "))
}

fn selection(field: &FieldDefinition, shapes: &Shapes) -> String {
    let given = arguments(field.arguments.iter().map(|argument| &argument.node), shapes);
    let arguments = if given.is_empty() { String::new() } else { format!("({given})") };
    let name = named(&field.ty.node);
    let inside = match shapes.get(name).map(|ty| &ty.kind) {
        _ if name.ends_with("Payload") => "{refusal{code}}",
        None | Some(TypeKind::Scalar | TypeKind::Enum(_)) => "",
        Some(_) => "{__typename}",
    };
    format!("{}{arguments}{inside}", field.name.node)
}

fn arguments<'a>(wanted: impl Iterator<Item = &'a InputValueDefinition>, shapes: &Shapes) -> String {
    let needed = wanted.filter(|argument| !argument.ty.node.nullable && argument.default_value.is_none());
    needed
        .map(|argument| format!("{}:{} ", argument.name.node, value(&argument.ty.node, shapes)))
        .collect::<Vec<_>>()
        .concat()
}

fn value(ty: &Type, shapes: &Shapes) -> String {
    let BaseType::Named(name) = &ty.base else { return "[]".to_owned() };
    match (name.as_str(), shapes.get(name.as_str()).map(|ty| &ty.kind)) {
        (_, Some(TypeKind::Enum(words))) => {
            words.values.first().map(|word| word.node.value.node.to_string()).unwrap_or_default()
        }
        (_, Some(TypeKind::InputObject(input))) => {
            format!("{{{}}}", arguments(input.fields.iter().map(|field| &field.node), shapes))
        }
        ("Int", _) => "1".to_owned(),
        // No charter accepted, nobody met: nothing that is asked here is to happen.
        ("Boolean", _) => "false".to_owned(),
        ("NaiveDate", _) => "\"2026-03-03\"".to_owned(),
        ("DateTime", _) => "\"2026-03-01T08:00:00Z\"".to_owned(),
        ("UUID", _) => "\"00000000-0000-4000-8000-000000000001\"".to_owned(),
        _ => format!("\"{SOME_ID}\""),
    }
}

fn named(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name.as_str(),
        BaseType::List(inner) => named(inner),
    }
}
