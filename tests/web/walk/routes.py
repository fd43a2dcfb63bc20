"""Which routes each visitor's walk must find: more may come, none may silently drop out."""

from collections.abc import Mapping

OF_RESULTS = frozenset(
    {
        "results",
        "results_figures",
        "results_methods",
        "results_pictures",
        "results_report",
        "results_statements",
        "mirror",
        "mirror_question",
    }
)
OF_EVERYBODY_AT_THE_TABLE = OF_RESULTS | {
    "dialogue",
    "policy",
    "round",
    "rounds",
    "rules",
    "statement",
    "statement_new",
    "statements",
}
OF_RISKS = frozenset(
    {
        "estimate_rounds",
        "estimates",
        "estimates_feedback",
        "estimates_results",
        "indicator_new",
        "indicators_file",
        "risk",
        "risk_edit",
        "risk_new",
        "risks",
        "risks_bring_in",
        "risks_file",
    }
)
OF_OPTIONS = frozenset(
    {
        "option",
        "options",
        "options_file",
        "packages",
        "packages_file",
        "packages_plan",
        "packages_table",
        "value_rounds",
        "valuing",
    }
)
OF_MAPS = frozenset(
    {
        "map",
        "map_concept",
        "map_file",
        "map_files",
        "map_findings",
        "map_link",
        "map_release",
        "maps",
        "maps_compare",
        "outlook",
    }
)
OF_TEXTS = frozenset(
    {
        "record",
        "record_file",
        "text",
        "text_add",
        "text_agreement",
        "text_compare",
        "text_edit",
        "text_exact",
        "text_files",
        "text_languages",
        "text_ledger",
        "text_proposal",
        "text_published",
        "text_silence",
        "text_unit",
        "texts",
    }
)
OF_ROADMAPS = frozenset(
    {
        "roadmap",
        "roadmap_agreed",
        "roadmap_binding",
        "roadmap_exact",
        "roadmap_item",
        "roadmap_item_ask",
        "roadmap_calendar",
        "roadmap_chronology",
        "roadmap_follow_up",
        "roadmap_item_new",
        "roadmap_absences_read",
        "roadmap_subscribe",
        "roadmap_meeting",
        "roadmap_offices",
        "roadmap_table",
        "roadmap_timeline",
    }
)
OF_REPORTS = frozenset(
    {
        "report",
        "report_exact",
        "report_file",
        "report_issue",
        "report_issue_exact",
        "report_issue_file",
        "report_issues",
        "report_read",
    }
)
OF_LINES = frozenset(
    {
        "line_archive",
        "line_archive_file",
        "line_card",
        "line_compose",
        "line_connect",
        "line_drill",
        "line_drill_new",
        "line_drills",
        "line_keys",
        "line_kinds",
        "line_measure_new",
        "line_measures",
        "line_measures_file",
        "line_message",
        "line_pack",
        "line_picture",
        "line_picture_file",
        "line_place_names",
        "line_refused",
        "line_state",
        "line_watch",
    }
)
OF_THE_NEUTRAL = OF_EVERYBODY_AT_THE_TABLE | {
    "bring_in",
    "desk",
    "desk_log",
    "desk_log_file",
    "desk_statement",
    "export",
    "export_file",
    "office",
    "office_announce",
    "report_in",
    "round_close",
    "round_new",
    "round_prolong",
    "round_void",
    "translation_edit",
}
FLOOR: Mapping[str, frozenset[str]] = {
    "passer-by": frozenset(
        {
            "account_enter",
            "account_inactive",
            "account_login",
            "account_reset_password",
            "account_reset_password_done",
            "account_reset_password_from_key",
            "account_reset_password_from_key_done",
            "answer",
            "consultation",
            "dialogue",
            "home",
            "join",
            "privacy",
            "seat",
        }
    ),
    "convenor": OF_THE_NEUTRAL
    | OF_RISKS
    | OF_OPTIONS
    | OF_TEXTS
    | OF_ROADMAPS
    | OF_REPORTS
    | {
        "open_data",
        "open_data_file",
        "report_folder",
        "line_home",
        "line_open",
        "line_state",
        "area_edit",
        "area_new",
        "condition_new",
        "condition_new_of",
        "option_edit",
        "option_new",
        "option_remove",
        "options_bring_in",
        "valuing_close",
        "valuing_new",
        "valuing_open",
        "valuing_prolong",
        "valuing_release",
        "valuing_void",
        "roadmap_begin",
        "roadmap_meeting_edit",
        "roadmap_meeting_move",
        "roadmap_meeting_new",
        "roadmap_folder",
        "text_close_bracket",
        "text_file",
        "text_lay",
        "estimates_close",
        "estimates_new",
        "estimates_open",
        "estimates_prolong",
        "estimates_release",
        "estimates_void",
        "indicator_edit",
        "risk_remove",
        "account_logout",
        "account_set_password",
        "convene",
        "convene_new",
        "home",
        "mfa_add_webauthn",
        "mfa_deactivate_totp",
        "mfa_download_recovery_codes",
        "mfa_edit_webauthn",
        "mfa_generate_recovery_codes",
        "mfa_index",
        "mfa_list_webauthn",
        "mfa_reauthenticate",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
        "office_procedure",
        "office_seat",
        "office_seats",
        "office_settings",
        "office_sides",
        "office_themes",
        "privacy",
        "round_edit",
        "round_open",
        "round_release",
        "services",
    },
    "secretariat": OF_THE_NEUTRAL | {"leave", "token"},
    "head": OF_EVERYBODY_AT_THE_TABLE
    | OF_RISKS
    | OF_MAPS
    | OF_OPTIONS
    | OF_TEXTS
    | OF_ROADMAPS
    | OF_REPORTS
    | {
        "report_brief",
        "report_consent",
        "report_sign",
        "line_home",
        "line_open",
        "roadmap_sign",
        "limits",
        "option_propose",
        "packages_own",
        "value",
        "roadmap_event_new",
        "roadmap_item_edit",
        "record_key",
        "record_key_lost",
        "text_sign",
        "text_table_draft",
        "estimate",
        "estimate_risk",
        "estimates_own",
        "answer",
        "consultation",
        "leave",
        "question",
        "results_own",
        "review",
        "room",
        "statement_edit",
        "statement_withdraw",
        "token",
    },
    "officer": OF_LINES,
    "convenor at the door": frozenset({"mfa_authenticate"}),
    "new convenor": frozenset(
        {
            "account_change_password",
            "account_reauthenticate",
            "mfa_activate_totp",
            "mfa_add_webauthn",
            "mfa_index",
        }
    ),
}
NO_PAGE: Mapping[str, str] = {
    "health": "a word for machines",
    "live": "a stream, watched in test_live.py",
    "map_state": "a map as the editor reads it",
    "metrics": "numbers for machines",
    "openapi-json": "a description for programs",
    "report_progress": "a piece of the page that waits for the report",
    "roadmap_ics": "a calendar for programs",
    "results_progress": "a piece of the page that waits for an analysis",
    "robots": "a word for search engines",
    "text_drafts": "a side's own drafts as the editor reads them",
}
"""What somebody gets by asking, and no walk shows, with the reason."""
