//! The elements and attributes that matter for reading a page.

macro_rules! names {
    ($(#[$doc:meta])* $name:ident: $($variant:ident = $text:literal)*; $($more:ident)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(super) enum $name {
            $($variant,)*
            $($more,)*
        }

        impl $name {
            fn known(name: &[u8]) -> Option<Self> {
                match name {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

names! {
    /// The kind of an element.
    Tag:
    A = b"a" Abbr = b"abbr" Address = b"address" Article = b"article" Aside = b"aside"
    Audio = b"audio" Blockquote = b"blockquote" Body = b"body" Br = b"br" Button = b"button"
    Canvas = b"canvas" Caption = b"caption" Center = b"center" Col = b"col" Dd = b"dd"
    Details = b"details" Dialog = b"dialog" Div = b"div" Dl = b"dl" Dt = b"dt" Embed = b"embed"
    Fieldset = b"fieldset" Figcaption = b"figcaption" Figure = b"figure" Footer = b"footer"
    Form = b"form" H1 = b"h1" H2 = b"h2" H3 = b"h3" H4 = b"h4" H5 = b"h5" H6 = b"h6"
    Head = b"head" Header = b"header" Hgroup = b"hgroup" Hr = b"hr" Html = b"html"
    Iframe = b"iframe" Img = b"img" Input = b"input" Label = b"label" Li = b"li" Link = b"link"
    Main = b"main" Map = b"map" Menu = b"menu" Meta = b"meta" Nav = b"nav" Noscript = b"noscript"
    Object = b"object" Ol = b"ol" Optgroup = b"optgroup" Option = b"option" P = b"p" Pre = b"pre"
    Script = b"script" Search = b"search" Section = b"section" Select = b"select"
    Source = b"source" Style = b"style" Summary = b"summary" Svg = b"svg" Table = b"table"
    Tbody = b"tbody" Td = b"td" Template = b"template" Textarea = b"textarea" Time = b"time"
    Title = b"title" Tr = b"tr" Track = b"track" Ul = b"ul" Video = b"video" Wbr = b"wbr"; Other Text
}

names! {
    /// The kind of an attribute.
    Attribute:
    AriaHidden = b"aria-hidden" Class = b"class" Content = b"content" Datetime = b"datetime"
    Hidden = b"hidden" Href = b"href" HttpEquiv = b"http-equiv" Id = b"id"
    Itemprop = b"itemprop" Lang = b"lang" Name = b"name" Property = b"property" Rel = b"rel"
    Role = b"role" Style = b"style" Title = b"title" Type = b"type" XmlLang = b"xml:lang";
}

impl Attribute {
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Self::known(name)
    }
}

impl Tag {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"th" => Self::Td,
            b"thead" | b"tfoot" => Self::Tbody,
            _ => Self::known(name).unwrap_or(Self::Other),
        }
    }

    /// Returns true if the element has no end tag.
    pub(super) fn is_void(self) -> bool {
        use Tag::{Br, Col, Embed, Hr, Img, Input, Link, Meta, Source, Track, Wbr};
        matches!(
            self,
            Br | Col | Embed | Hr | Img | Input | Link | Meta | Source | Track | Wbr
        )
    }

    pub(super) fn is_heading(self) -> bool {
        matches!(
            self,
            Self::H1 | Self::H2 | Self::H3 | Self::H4 | Self::H5 | Self::H6
        )
    }

    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Ul | Self::Ol | Self::Dl | Self::Menu)
    }

    /// Returns true if the element belongs to the head of a page.
    pub(super) fn is_head(self) -> bool {
        matches!(self, Self::Head | Self::Html)
    }

    /// Returns true if the text of the element stands on lines of its own.
    pub(super) fn is_block(self) -> bool {
        use Tag::{
            Address, Article, Aside, Blockquote, Body, Caption, Center, Dd, Details, Dialog, Div,
            Dt, Fieldset, Figcaption, Figure, Footer, Form, Head, Header, Hgroup, Hr, Html, Li,
            Main, Nav, P, Pre, Search, Section, Summary, Table, Tbody, Td, Tr,
        };
        matches!(
            self,
            Address
                | Article
                | Aside
                | Blockquote
                | Body
                | Caption
                | Center
                | Dd
                | Details
                | Dialog
                | Div
                | Dt
                | Fieldset
                | Figcaption
                | Figure
                | Footer
                | Form
                | Head
                | Header
                | Hgroup
                | Hr
                | Html
                | Li
                | Main
                | Nav
                | P
                | Pre
                | Search
                | Section
                | Summary
                | Table
                | Tbody
                | Td
                | Tr
        ) || self.is_heading()
            || self.is_list()
    }

    /// Returns true if the element holds no text of the page.
    pub(super) fn is_no_text(self) -> bool {
        use Tag::{
            Audio, Button, Canvas, Caption, Dialog, Embed, Figcaption, Head, Iframe, Label, Map,
            Menu, Nav, Noscript, Object, Optgroup, Option, Script, Search, Select, Style, Svg,
            Template, Textarea, Title, Video,
        };
        matches!(
            self,
            Audio
                | Button
                | Canvas
                | Caption
                | Dialog
                | Embed
                | Figcaption
                | Head
                | Iframe
                | Label
                | Map
                | Menu
                | Nav
                | Noscript
                | Object
                | Optgroup
                | Option
                | Script
                | Search
                | Select
                | Style
                | Svg
                | Template
                | Textarea
                | Title
                | Video
        )
    }
}
