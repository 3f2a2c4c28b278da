# Completion of talkctl for bash 4 and newer.

_talkctl() {
    local line ways=""
    COMPREPLY=()
    {
        IFS= read -r ways
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done
    } < <(_TALKCTL_COMPLETE=bash "${1/#\~/$HOME}" \
        "${COMP_LINE:0:COMP_POINT}" "$COMP_TYPE" "$COMP_WORDBREAKS" 2>/dev/null)
    case " $ways " in
        *" files "*) compopt -o default ;;
        *" folders "*) compopt -o dirnames ;;
        *" noblank "*) compopt -o nospace ;;
    esac
} 2>/dev/null

complete -o nosort -F _talkctl talkctl 2>/dev/null || complete -F _talkctl talkctl
