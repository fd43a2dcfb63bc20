"""The machines as tables, written by hand: from, event, to, and who may."""

from tracktwo.channel import machines as m
from tracktwo.channel.machines import By

UNUSUAL = """
raised send sent opener
raised cancel cancelled opener
sent receive received other
sent read read other
sent reply replied other
sent ask_meeting meeting_asked either
sent cancel cancelled opener
received read read other
received reply replied other
received ask_meeting meeting_asked either
received cancel cancelled opener
read reply replied other
read ask_meeting meeting_asked either
read cancel cancelled opener
replied reply replied other
replied satisfy satisfied opener
replied ask_meeting meeting_asked either
replied ask_plenary plenary either
replied cancel cancelled opener
meeting_asked reply replied other
meeting_asked accept meeting_set either
meeting_asked defer meeting_asked either
meeting_asked decline meeting_declined either
meeting_asked hold held either
meeting_asked agree agreed either
meeting_asked ask_plenary plenary either
meeting_set reply replied other
meeting_set accept meeting_set either
meeting_set defer meeting_asked either
meeting_set decline meeting_declined either
meeting_set hold held either
meeting_set agree agreed either
meeting_set ask_plenary plenary either
meeting_declined ask_meeting meeting_asked either
meeting_declined ask_plenary plenary either
meeting_declined close closed opener
held hold held either
held agree agreed either
held ask_plenary plenary either
held recommend measures either
held close closed opener
plenary hold plenary either
plenary agree agreed either
plenary recommend measures either
plenary close closed opener
agreed recommend measures either
agreed close closed opener
satisfied close closed opener
measures close closed opener
"""
NOTIFICATION = """
planned draft drafted opener
planned fall_due due time
planned send sent opener
planned cancel cancelled opener
drafted fall_due due time
drafted send sent opener
drafted cancel cancelled opener
due draft due opener
due send sent opener
due cancel cancelled opener
sent update updated opener
sent begin active time
sent cancel cancelled opener
updated update updated opener
updated begin active time
updated cancel cancelled opener
active update active opener
active end ended time
active cancel cancelled opener
"""
CALL = """
requested relay relayed other
requested receive received other
requested run_out no_answer time
requested accept accepted other
requested defer deferred other
requested decline declined other
requested cancel cancelled opener
relayed receive received other
relayed run_out no_answer time
relayed accept accepted other
relayed defer deferred other
relayed decline declined other
relayed cancel cancelled opener
received run_out no_answer time
received accept accepted other
received defer deferred other
received decline declined other
received cancel cancelled opener
no_answer accept accepted other
no_answer defer deferred other
no_answer decline declined other
no_answer cancel cancelled opener
deferred accept accepted other
deferred defer deferred other
deferred decline declined other
deferred tell held either
deferred cancel cancelled opener
accepted accept accepted other
accepted defer deferred other
accepted decline declined other
accepted tell held either
accepted cancel cancelled opener
held tell held either
held tell_too exchanged either
held agree summary_agreed either
held keep two_kept either
exchanged agree summary_agreed either
exchanged keep two_kept either
two_kept agree summary_agreed either
"""
LINE_TEST = """
scheduled send sent opener
scheduled run_out missed time
sent return returned other
sent return_other garbled other
sent run_out missed time
missed return missed other
missed return_other missed other
"""
INCIDENT = """
reported report reported opener
reported report_back exchanged other
reported ask clarifying either
reported review reviewed either
exchanged report exchanged opener
exchanged report_back exchanged other
exchanged ask clarifying either
exchanged reconcile reconciled either
exchanged review reviewed either
exchanged close closed either
clarifying report clarifying opener
clarifying report_back clarifying other
clarifying ask clarifying either
clarifying answer exchanged either
clarifying reconcile reconciled either
clarifying review reviewed either
reconciled review reviewed either
reconciled learn lesson either
reconciled close closed either
reviewed learn lesson either
reviewed close closed either
lesson change_rule rule_changed either
lesson close closed either
rule_changed close closed either
closed review reviewed either
"""
ESCORT = """
planned propose proposed opener
planned fix fixed opener
proposed propose proposed opener
proposed comment commented other
proposed fix fixed opener
proposed cancel cancelled opener
commented propose proposed opener
commented comment commented other
commented fix fixed opener
commented cancel cancelled opener
fixed comment fixed other
fixed change changed opener
fixed hand_over handed_over opener
fixed cancel cancelled opener
changed comment changed other
changed change changed opener
changed hand_over handed_over opener
changed cancel cancelled opener
"""
TABLES = {
    "unusual activity": (m.UNUSUAL_ACTIVITY, m.UnusualState, m.UnusualEvent, UNUSUAL),
    "prior notification": (m.PRIOR_NOTIFICATION, m.NotificationState, m.NotificationEvent, NOTIFICATION),
    "call": (m.CALL, m.CallState, m.CallEvent, CALL),
    "line test": (m.LINE_TEST, m.LineTestState, m.LineTestEvent, LINE_TEST),
    "incident": (m.INCIDENT, m.IncidentState, m.IncidentEvent, INCIDENT),
    "escort plan": (m.ESCORT_PLAN, m.EscortState, m.EscortEvent, ESCORT),
}  # fmt: skip
WHO = {
    "opener": {By.OPENER},
    "other": {By.OTHER},
    "either": {By.OPENER, By.OTHER},
    "time": {By.TIME},
}


def expected(name: str) -> dict[tuple, str]:
    """Where a state, an event and somebody lead to; what is not in it is refused."""
    _, states, events, table = TABLES[name]
    return {
        (states(source), events(event), by): states(target)
        for source, event, target, who in map(str.split, table.strip().splitlines())
        for by in WHO[who]
    }
